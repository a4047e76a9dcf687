import { buildConnector, Client, type Dispatcher } from 'undici';
import { AppError } from '@/lib/errors/app-error';
import { decodeContent } from './decode-content';
import { describeFailure } from './describe-failure';
import { resolveTarget, type LookUp, type PrivateAccess, type ResolvedAddress } from './resolve-target';

export interface FetchOptions extends PrivateAccess {
  headers?: Readonly<Record<string, string>>;
  accept?: string;
  /** Sent with POST; a redirect is then an answer like any other. Its type stands in `headers`. */
  body?: string;
  /** Of the body, on the wire as well as unpacked. */
  maxBytes: number;
  /** For the whole: names, redirects and body. */
  timeoutMs: number;
  /** Ends it early, as `fetch-timeout`. */
  signal?: AbortSignal;
  /** Another way to look up names; the system's when absent. */
  lookUp?: LookUp;
}

export interface FetchedResource {
  status: number;
  /** The address after redirects. */
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

const maxRedirects = 5;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const secretHeaders = new Set(['authorization', 'cookie']);

/**
 * GET, or POST, of an address that somebody else chose. Connects only to addresses that were checked (`resolveTarget`), each
 * redirect anew; is bounded in bytes and time; uses no proxy and keeps no connection. Any HTTP status is an answer.
 * Throws AppError `address-forbidden` (400), `fetch-timeout`, `fetch-too-large`, `too-many-redirects` and
 * `fetch-failed` (502; params: reason).
 */
export async function safeFetch(address: string, options: FetchOptions): Promise<FetchedResource> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  try {
    return await Promise.race([follow(parseAddress(address), options, signal), rejectAtEnd(signal)]);
  } catch (error) {
    throw describeFailure(error, signal);
  }
}

async function follow(start: URL, options: FetchOptions, signal: AbortSignal): Promise<FetchedResource> {
  let url = start;
  let headers = buildHeaders(options);
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const answer = await fetchOnce(url, headers, options, signal);
    const { location } = answer.headers;
    const isAnswer = !redirectStatuses.has(answer.status) || location === undefined;
    if (isAnswer || options.body !== undefined) return answer;
    const next = parseAddress(location, url);
    if (next.origin !== url.origin) headers = withoutSecrets(headers);
    url = next;
  }
  throw new AppError('too-many-redirects', { limit: maxRedirects }, 502);
}

async function fetchOnce(
  url: URL,
  headers: Record<string, string>,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<FetchedResource> {
  const addresses = await resolveTarget(url, options, options.lookUp);
  signal.throwIfAborted();
  const client = new Client(url.origin, { connect: connectTo(addresses, options.timeoutMs), allowH2: false });
  try {
    const path = url.pathname + url.search;
    const { body = null } = options;
    const method = body === null ? 'GET' : 'POST';
    const answer = await client.request({ method, path, headers, body, signal });
    return await readAnswer(answer, url, options.maxBytes);
  } finally {
    void client.destroy().catch(() => undefined);
  }
}

/** The names were looked up and checked; the socket gets the addresses and asks nobody again. */
function connectTo(addresses: ResolvedAddress[], timeout: number) {
  return buildConnector({
    timeout,
    autoSelectFamily: true,
    lookup: (_host, _options, callback) => callback(null, addresses),
  });
}

async function readAnswer(
  answer: Dispatcher.ResponseData,
  url: URL,
  maxBytes: number,
): Promise<FetchedResource> {
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]): [string, string] => [
      name,
      [value ?? ''].flat().join(', '),
    ]),
  );
  const status = answer.statusCode;
  // Nobody reads what stands beside a redirect.
  const isRedirect = redirectStatuses.has(status) && headers.location !== undefined;
  const raw = isRedirect ? Buffer.alloc(0) : await readBody(answer.body, maxBytes);
  const body = isRedirect ? raw : await decodeContent(raw, headers['content-encoding'] ?? '', maxBytes);
  return { status, url: url.href, headers, body };
}

async function readBody(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw new AppError('fetch-too-large', { limit: maxBytes }, 502);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseAddress(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href))
    throw new AppError('address-forbidden', { address: address.slice(0, 200) }, 400);
  const url = new URL(address, base);
  url.hash = '';
  return url;
}

function buildHeaders({ headers, accept }: FetchOptions): Record<string, string> {
  const own = Object.entries(headers ?? {}).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    value,
  ]);
  return {
    'user-agent': 'Mozilla/5.0 (compatible; Finews)',
    accept: accept ?? '*/*',
    'accept-encoding': 'gzip, deflate, br',
    ...Object.fromEntries(own),
  };
}

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !secretHeaders.has(name)));
}

function rejectAtEnd(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new AppError('fetch-timeout', {}, 502)), { once: true });
  });
}
