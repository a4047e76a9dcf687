import { z } from 'zod';

/** Somebody who may sign in. */
export interface Editor {
  id: string;
  name: string;
  email: string;
  role: 'admin' | 'editor';
}

const editorSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(['admin', 'editor']),
  disabledAt: z.date().nullish(),
});

/** The editor in a session's user row; undefined when disabled or not a row of ours. */
export function parseEditor(row: unknown): Editor | undefined {
  const parsed = editorSchema.safeParse(row);
  if (!parsed.success || parsed.data.disabledAt) return undefined;
  const { id, name, email, role } = parsed.data;
  return { id, name, email, role };
}
