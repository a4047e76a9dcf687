import { getDb } from '@/lib/db/prisma-client';
import { AppError } from '@/lib/errors/app-error';

/**
 * The name that a client gave its request (header `Idempotency-Key`, 1 to 200 visible ASCII characters), as it is
 * kept with the import: one editor's keys are nobody else's. Null without the header. Throws
 * `idempotency-key-invalid` (400).
 */
export function readRequestKey(headers: Headers, editorId: string): string | null {
  const key = headers.get('idempotency-key');
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new AppError('idempotency-key-invalid', {}, 400);
  return `${editorId}:${key}`;
}

/** The import that the first request with this key made; undefined without a key or before there is one. */
export async function findImportByRequestKey(requestKey: string | null): Promise<string | undefined> {
  if (requestKey === null) return undefined;
  const row = await getDb().import.findUnique({ where: { requestKey }, select: { id: true } });
  return row?.id;
}
