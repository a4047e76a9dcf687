import { headers } from 'next/headers';
import type { Editor } from './editor';
import { findSession } from './require-editor';

/** The editor who asks for a page, and their session; undefined when nobody is signed in. For server components. */
export async function findEditor(): Promise<{ editor: Editor; sessionId: string } | undefined> {
  return findSession(new Headers(await headers()));
}
