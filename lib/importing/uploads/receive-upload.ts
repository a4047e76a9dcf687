import { Readable } from 'node:stream';
import busboy from 'busboy';
import { AppError } from '@/lib/errors/app-error';
import { cleanPath } from '../sources/post-file';
import { type UploadStore, maxUploadFiles } from './upload-store';

/**
 * Streams the body of `POST /api/imports` into a store: every file of a multipart form (field `files`), or the
 * raw body as one file named by its type. Throws `upload-broken` (400) when it breaks off, `upload-empty` (400)
 * when there is no file.
 */
export async function receiveUpload(request: Request, store: UploadStore): Promise<void> {
  if (!request.body) throw new AppError('upload-empty', {}, 400);
  // The web stream's type and node's own differ by name only.
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  const type = request.headers.get('content-type') ?? '';
  if (/^multipart\/form-data/i.test(type)) await receiveForm(body, type, store);
  else await store.add(nameRawBody(type), body);
  if (store.fileCount === 0) throw new AppError('upload-empty', {}, 400);
}

function nameRawBody(type: string): string {
  if (/zip/i.test(type)) return 'upload.zip';
  return /html/i.test(type) ? 'upload.html' : 'upload.md';
}

async function receiveForm(body: Readable, contentType: string, store: UploadStore): Promise<void> {
  const limits = { files: maxUploadFiles, fields: 20, fieldSize: 1000, headerPairs: 20 };
  const form = openForm(contentType, limits);
  const saving: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  const done = new Promise<void>((resolve, reject) => {
    const fail = (cause: unknown) => {
      reject(cause instanceof AppError ? cause : new AppError('upload-broken', {}, 400, { cause }));
      body.destroy();
    };
    form.on('file', (_field, content, { filename }) => {
      // One after the other: the manifest keeps the order of arrival.
      last = last.then(() => store.add(cleanPath(filename || 'unnamed'), content));
      last.catch(fail);
      saving.push(last);
    });
    form.on('filesLimit', () => fail(new AppError('upload-too-many', { limit: maxUploadFiles }, 413)));
    form.on('error', fail);
    body.on('error', fail);
    form.on('close', resolve);
  });
  body.pipe(form);
  await done;
  await Promise.all(saving);
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
