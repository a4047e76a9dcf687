/** Where the portal keeps its copies of pictures. */
export type ImageStoreSettings =
  | { kind: 'file'; directory: string }
  | {
      kind: 's3';
      bucket: string;
      /** Begins every name; empty, or with a slash at its end. */
      prefix: string;
      /** Null: Amazon's own for the region. */
      endpoint: string | null;
      region: string;
    };

/**
 * Reads an image store's address: `file:DIRECTORY`, or `s3://BUCKET/PREFIX?endpoint=URL&region=NAME`, of which only
 * the bucket must be there. Undefined for anything else.
 */
export function parseImageStore(value: string): ImageStoreSettings | undefined {
  const directory = /^file:(.+)$/.exec(value)?.[1];
  if (directory !== undefined) return { kind: 'file', directory: directory.replace(/^\/\/(?=\/)/, '') };
  const url = URL.parse(value);
  if (url?.protocol !== 's3:' || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.host)) return undefined;
  const endpoint = url.searchParams.get('endpoint');
  if (endpoint !== null && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) return undefined;
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  if (!/^[\w./-]*$/.test(prefix)) return undefined;
  return {
    kind: 's3',
    bucket: url.host,
    prefix: prefix === '' ? '' : `${prefix}/`,
    endpoint,
    region: url.searchParams.get('region') ?? 'us-east-1',
  };
}
