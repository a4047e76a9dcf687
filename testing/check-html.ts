import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const jar = path.join(
  path.dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')),
  'build/dist/vnu.jar',
);

const reportSchema = z.object({
  messages: z.array(
    z.object({ type: z.string(), url: z.string(), message: z.string(), extract: z.string().optional() }),
  ),
});

/** Whether the checker can run; says loudly when it cannot. */
export function hasHtmlChecker(): boolean {
  if (spawnSync('java', ['-version']).status === 0) return true;
  console.warn('NOT RUN: the Nu HTML checker needs Java, and there is none');
  return false;
}

/** Every error that the Nu HTML checker finds, one line each; pages by name. */
export async function listHtmlErrors(pages: ReadonlyMap<string, string>): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'finews-html-'));
  try {
    const names = new Map<string, string>();
    for (const [name, html] of pages) {
      const file = path.join(folder, `${names.size}.html`);
      writeFileSync(file, html);
      names.set(path.basename(file), name);
    }
    const { messages } = reportSchema.parse(JSON.parse(await runChecker(folder)));
    return messages.map(({ url, message, extract = '' }) => {
      const name = names.get(path.basename(new URL(url).pathname)) ?? url;
      return `${name}: ${message} ${extract.replace(/\s+/g, ' ')}`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One process for all pages: starting Java takes longer than the checking. The report comes on standard error. */
function runChecker(folder: string): Promise<string> {
  const args = ['-Xss4m', '-jar', jar, '--errors-only', '--format', 'json', '--exit-zero-always', folder];
  const checker = spawn('java', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let output = '';
    checker.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    checker.on('error', reject);
    checker.on('close', () => resolve(output));
  });
}
