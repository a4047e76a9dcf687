/** What a page asks of the worker. Paths are of this portal. */
export type WorkerMessage =
  /** Sent by every page: keep what is needed to show it, or what it links to, without network. */
  | { kind: 'page'; path: string; pages: string[]; assets: string[] }
  | { kind: 'save'; path: string; withPictures: boolean }
  | { kind: 'drop'; path: string };

const maxPaths = 20;

/** A message from outside; undefined when it is none of these. */
export function parseWorkerMessage(value: unknown): WorkerMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given: Partial<Record<string, unknown>> = { ...value };
  const path = given['path'];
  if (!isPath(path)) return undefined;
  switch (given['kind']) {
    case 'page':
      return { kind: 'page', path, pages: readPaths(given['pages']), assets: readPaths(given['assets']) };
    case 'save':
      return { kind: 'save', path, withPictures: given['withPictures'] === true };
    case 'drop':
      return { kind: 'drop', path };
    default:
      return undefined;
  }
}

function readPaths(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(isPath).slice(0, maxPaths) : [];
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && !/^\/(?:admin|api)(?:\/|$)/.test(value);
}
