import { openAsBlob } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { BenchPortal } from './portal';

const started = z.object({ id: z.string() });
const summary = z.object({
  status: z.string(),
  total: z.number(),
  processed: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
});

export type ImportState = z.infer<typeof summary>;

/** An editor who is signed in at a portal of the bench, over HTTP like any client. */
export class EditorClient {
  private cookie = '';

  constructor(private readonly portal: BenchPortal) {}

  async signIn(): Promise<void> {
    const { url, env } = this.portal;
    const response = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD }),
    });
    if (!response.ok) throw new Error(`sign-in: ${response.status}`);
    this.cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  }

  /** Uploads an archive; gives the import's id. */
  async upload(archive: string, query = ''): Promise<string> {
    const body = await openAsBlob(archive, { type: 'application/zip' });
    return started.parse(await this.call('POST', `/api/imports${query}`, body)).id;
  }

  /** Sends one post as text; gives the import's id. */
  async uploadText(text: string, name: string): Promise<string> {
    const form = new FormData();
    form.append('files', new Blob([text]), name);
    return started.parse(await this.call('POST', '/api/imports', form)).id;
  }

  async post(path: string): Promise<unknown> {
    return this.call('POST', path);
  }

  async getImport(id: string): Promise<ImportState> {
    return summary.parse(await this.call('GET', `/api/imports/${id}?limit=1`));
  }

  /** Waits until `isReached`; asks again while the portal or its database is away. */
  async waitFor(id: string, isReached: (state: ImportState) => boolean, everyMs = 100): Promise<ImportState> {
    for (;;) {
      const state = await this.getImport(id).catch(() => undefined);
      if (state && isReached(state)) return state;
      if (state?.status === 'failed') throw new Error(`the import failed: ${JSON.stringify(state)}`);
      await setTimeout(everyMs);
    }
  }

  private async call(method: string, path: string, body?: Blob | FormData): Promise<unknown> {
    const headers = { cookie: this.cookie, origin: this.portal.url };
    const response = await fetch(this.portal.url + path, { method, headers, ...(body && { body }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}
