import { getDb } from '@/lib/db/prisma-client';
import type { Editor } from './editor';

/** A place where an editor is signed in. */
export interface EditorSession {
  id: string;
  createdAt: Date;
  /** When it was last prolonged; exact to a day. */
  usedAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
}

/** An editor's own sessions that have not ended, newest first, without their tokens. */
export async function listSessions(editor: Editor): Promise<EditorSession[]> {
  const rows = await getDb().session.findMany({
    where: { userId: editor.id, expiresAt: { gt: new Date() } },
    select: { id: true, createdAt: true, updatedAt: true, ipAddress: true, userAgent: true },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(({ updatedAt, ...row }) => ({ ...row, usedAt: updatedAt }));
}

/** Ends one of the editor's own sessions; false when it is not theirs or already ended. */
export async function revokeSession(editor: Editor, sessionId: string): Promise<boolean> {
  const { count } = await getDb().session.deleteMany({ where: { id: sessionId, userId: editor.id } });
  return count > 0;
}
