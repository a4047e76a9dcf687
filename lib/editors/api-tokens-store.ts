import { randomUUID } from 'node:crypto';
import { getDb } from '@/lib/db/prisma-client';
import { AppError } from '@/lib/errors/app-error';
import { z } from 'zod';
import {
  buildTokenText,
  getTokenPrefix,
  hashToken,
  type NewApiToken,
  type TokenScope,
  tokenScopes,
} from './api-tokens';
import { type Editor, parseEditor } from './editor';

const tokenRow = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.enum(tokenScopes)),
  createdAt: z.date(),
  expiresAt: z.date().nullable(),
  lastUsedAt: z.date().nullable(),
  lastUsedIp: z.string().nullable(),
  state: z.enum(['active', 'expired', 'revoked']),
});

/** A token as its editor sees it: never the secret. Times are moments; null is "never". */
export type ApiToken = z.infer<typeof tokenRow>;

/** Makes a token for an editor. `token` is the secret, which nothing gives a second time. */
export async function createApiToken(
  editor: Editor,
  { name, scopes, days }: NewApiToken,
): Promise<{ id: string; token: string }> {
  const id = randomUUID();
  const token = buildTokenText();
  await getDb().$executeRaw`
    INSERT INTO api_tokens (id, name, token_hash, prefix, scopes, editor_id, expires_at)
    VALUES (${id}, ${name}, ${hashToken(token)}, ${getTokenPrefix(token)}, ${[...new Set(scopes)]}, ${editor.id},
      now() + make_interval(days => ${days}::int))`;
  return { id, token };
}

/** An editor's own tokens, newest first, with those that no longer work. */
export async function listApiTokens(editor: Editor): Promise<ApiToken[]> {
  const rows = await getDb().$queryRaw`
    SELECT id, name, prefix, scopes, created_at AS "createdAt", expires_at AS "expiresAt",
      last_used_at AS "lastUsedAt", last_used_ip AS "lastUsedIp",
      CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN expires_at <= now() THEN 'expired' ELSE 'active' END AS state
    FROM api_tokens WHERE editor_id = ${editor.id} ORDER BY created_at DESC, id`;
  return z.array(tokenRow).parse(rows);
}

/** Ends one of the editor's own tokens for ever; false when it is not theirs or has ended before. */
export async function revokeApiToken(editor: Editor, id: string): Promise<boolean> {
  const count = await getDb().$executeRaw`
    UPDATE api_tokens SET revoked_at = now() WHERE id = ${id} AND editor_id = ${editor.id} AND revoked_at IS NULL`;
  return count > 0;
}

const usedRow = z.object({
  tokenId: z.string(),
  scopes: z.array(z.enum(tokenScopes)),
  isRevoked: z.boolean(),
  isExpired: z.boolean(),
});

/**
 * The editor for whom a token acts, and what it may do; notes the use and the client's address, at most once a
 * minute. Throws `token-revoked` and `token-expired` (401, by the database's clock), and `not-signed-in` (401) for a
 * token that is unknown or whose editor is disabled.
 */
export async function useApiToken(
  token: string,
  address: string,
): Promise<{ editor: Editor; scopes: TokenScope[] }> {
  const rows: unknown = await getDb().$queryRaw`
    SELECT t.id AS "tokenId", t.scopes, t.revoked_at IS NOT NULL AS "isRevoked",
      coalesce(t.expires_at <= now(), false) AS "isExpired",
      u.id, u.name, u.email, u.role, u.disabled_at AS "disabledAt"
    FROM api_tokens t JOIN users u ON u.id = t.editor_id WHERE t.token_hash = ${hashToken(token)}`;
  const [row] = z.array(z.unknown()).parse(rows);
  const editor = parseEditor(row);
  if (!editor) throw new AppError('not-signed-in', {}, 401);
  const { tokenId, scopes, isRevoked, isExpired } = usedRow.parse(row);
  if (isRevoked) throw new AppError('token-revoked', {}, 401);
  if (isExpired) throw new AppError('token-expired', {}, 401);
  await noteUse(tokenId, address);
  return { editor, scopes };
}

async function noteUse(tokenId: string, address: string): Promise<void> {
  await getDb().$executeRaw`
    UPDATE api_tokens SET last_used_at = now(), last_used_ip = ${address}
    WHERE id = ${tokenId} AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;
}
