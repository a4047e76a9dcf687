import type { PickedFile } from './picked-file';
import { readResult, type PostResult } from './post-json';

interface Upload {
  result: Promise<PostResult>;
  cancel: () => void;
}

/** Sends files as one multipart request; `onProgress` hears the share sent, 0 to 1. */
export function uploadFiles(url: string, picked: PickedFile[], onProgress: (share: number) => void): Upload {
  // fetch() cannot tell how much of a body is sent.
  const request = new XMLHttpRequest();
  const form = new FormData();
  for (const { path, file } of picked) form.append('files', file, path);
  const result = new Promise<PostResult>((resolve) => {
    request.upload.onprogress = (event) =>
      onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () =>
      resolve(
        readResult(
          request.status >= 200 && request.status < 300,
          request.responseText,
          request.getResponseHeader('retry-after'),
        ),
      );
    request.onerror = () => resolve({ ok: false, code: 'no-connection', params: {} });
    request.onabort = () => resolve({ ok: false, code: 'upload-cancelled', params: {} });
  });
  request.open('POST', url);
  request.send(form);
  return { result, cancel: () => request.abort() };
}
