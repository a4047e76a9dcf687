import { Readable } from 'node:stream';
import busboy from 'busboy';
import { AppError } from '@/lib/errors/app-error';
import { isDiskFull } from '@/lib/errors/is-disk-full';
import { cleanPath } from '../sources/post-file';
import type { UploadStore } from './upload-store';

/**
 * Streams the body of `POST /api/imports` into a store: every file of a multipart form (field `files`), or the
 * raw body as one file named by its type. Throws `upload-broken` (400) when it breaks off, `upload-empty` (400)
 * when there is no file, `disk-full` (507). Returns what the form says besides its files.
 */
export async function receiveUpload(request: Request, store: UploadStore): Promise<ReceivedUpload> {
  if (!request.body) throw new AppError('upload-empty', {}, 400);
  // The web stream's type and node's own differ by name only.
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  const type = request.headers.get('content-type') ?? '';
  const received: ReceivedUpload = {};
  if (/^multipart\/form-data/i.test(type)) await receiveForm(body, type, store, received);
  else {
    await store.add(nameRawBody(type), body).catch((error: unknown) => {
      throw explain(error);
    });
  }
  if (store.fileCount === 0) throw new AppError('upload-empty', {}, 400);
  return received;
}

/** Fields of a form beside its files. */
export interface ReceivedUpload {
  /** ImportOptions as JSON, not yet checked. */
  options?: string;
}

const maxFieldLength = 100_000;

function nameRawBody(type: string): string {
  if (/zip/i.test(type)) return 'upload.zip';
  return /html/i.test(type) ? 'upload.html' : 'upload.md';
}

async function receiveForm(
  body: Readable,
  contentType: string,
  store: UploadStore,
  received: ReceivedUpload,
): Promise<void> {
  const limits = { files: store.maxFiles, fields: 20, fieldSize: maxFieldLength, headerPairs: 20 };
  const form = openForm(contentType, limits);
  const saving: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  const done = new Promise<void>((resolve, reject) => {
    const fail = (cause: unknown) => {
      reject(explain(cause));
      body.destroy();
      form.destroy(); // ends the file that is being written, too
    };
    form.on('file', (_field, content, { filename }) => {
      content.on('error', () => undefined); // it can break before its turn to be read comes
      // One after the other: the manifest keeps the order of arrival.
      last = last.then(() => store.add(cleanPath(filename || 'unnamed'), content));
      last.catch(fail);
      saving.push(last);
    });
    form.on('field', (name, value) => {
      if (name === 'options') received.options = value;
    });
    form.on('filesLimit', () => fail(new AppError('upload-too-many', { limit: store.maxFiles }, 413)));
    form.on('error', fail);
    body.on('error', fail);
    form.on('close', resolve);
  });
  body.pipe(form);
  try {
    await done;
    await Promise.all(saving);
  } catch (error) {
    await Promise.allSettled(saving); // nothing writes any more when the caller clears away
    throw error;
  }
}

/** What breaks an upload is the connection, or the disk that it is written to. */
function explain(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  return isDiskFull(cause)
    ? new AppError('disk-full', {}, 507, { cause })
    : new AppError('upload-broken', {}, 400, { cause });
}

function openForm(contentType: string, limits: busboy.Limits): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': contentType },
      limits,
      preservePath: true,
      defParamCharset: 'utf8',
    });
  } catch (cause) {
    throw new AppError('upload-broken', {}, 400, { cause });
  }
}
