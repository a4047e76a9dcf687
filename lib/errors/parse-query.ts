import type { z } from 'zod';
import { AppError } from './app-error';

/** Reads a request's query string by a schema. Throws `query-invalid` (400) naming the first wrong parameter. */
export function parseQuery<T>(request: Request, schema: z.ZodType<T>): T {
  const result = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (result.success) return result.data;
  throw new AppError('query-invalid', { name: String(result.error.issues[0]?.path[0] ?? '') }, 400);
}
