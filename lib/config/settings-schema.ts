import { isIP } from 'node:net';
import { z } from 'zod';
import { parseImageStore } from './parse-image-store';
import { locales } from '@/lib/i18n/locales';

/** Settings whose value is never shown, not even a wrong one. */
export const secretSettings = new Set([
  'DATABASE_URL',
  'READ_DATABASE_URLS',
  'REDIS_URL',
  'ADMIN_PASSWORD',
  'AUTH_SECRET',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
]);

// The message of every check is a key of `startup.expected` in content/messages.
const databaseUrl = z
  .string()
  .refine((value) => isUrlOf(value, ['postgres:', 'postgresql:']), 'database-url');

/** The environment variables that the portal knows, as text, to typed values. */
export const settingsSchema = z
  .object({
    PORT: z
      .string()
      .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535, 'port')
      .transform(Number)
      .default(3000),
    HOST: z
      .string()
      .regex(/^[a-z0-9.:_-]+$/i, 'host')
      .default('127.0.0.1'),
    SITE_URL: z
      .string()
      .refine(isOrigin, 'origin')
      .transform((value) => new URL(value).origin)
      .optional(),
    DATABASE_URL: databaseUrl.optional(),
    DATA_DIR: z.string().default('.data'),
    ADMIN_EMAIL: z.email('email').optional(),
    ADMIN_PASSWORD: z.string().min(8, 'password').max(128, 'password').optional(),
    AUTH_SECRET: z.string().min(32, 'secret').optional(),
    SITE_TITLE: z.string().max(100, 'site-title').default('金融消息'),
    DEFAULT_LOCALE: z.enum(locales, 'locale').default(locales[0]),
    TIME_ZONE: z.string().refine(isTimeZone, 'time-zone').default('Asia/Shanghai'),
    TRUSTED_PROXIES: listOf(z.string().refine(isAddressOrNetwork, 'addresses')),
    /** Feeds inside the own network: `host:port`, as in their address. */
    FEEDS_ALLOW_PRIVATE_HOSTS: listOf(
      z.string().regex(/^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\]):\d{1,5}$/i, 'hosts-and-ports'),
    ),
    /** Remote pictures of articles are copied into a store of our own. */
    FETCH_IMAGES: z
      .enum(['0', '1'], 'switch')
      .default('0')
      .transform((value) => value === '1'),
    IMAGE_STORE: z
      .string()
      .refine((value) => parseImageStore(value) !== undefined, 'image-store')
      .transform(parseImageStore)
      .optional(),
    /** For an IMAGE_STORE of the kind S3, under the names that every S3 client knows. */
    AWS_ACCESS_KEY_ID: z.string().optional(),
    AWS_SECRET_ACCESS_KEY: z.string().optional(),
    /** Readers' browsers keep stories for reading without network; 0 withdraws the service worker that does it. */
    OFFLINE_READING: z
      .enum(['0', '1'], 'switch')
      .default('1')
      .transform((value) => value === '1'),
    /** Changed stories are told to search engines that speak IndexNow. */
    INDEXNOW_KEY: z
      .string()
      .regex(/^[A-Za-z0-9-]{8,128}$/, 'indexnow-key')
      .optional(),
    INDEXNOW_ENDPOINT: z
      .string()
      .refine((value) => isUrlOf(value, ['http:', 'https:']), 'web-address')
      .default('https://api.indexnow.org/indexnow'),
    REDIS_URL: z
      .string()
      .refine((value) => isUrlOf(value, ['redis:', 'rediss:']), 'redis-url')
      .optional(),
    READ_DATABASE_URLS: listOf(databaseUrl),
    KEEP_UPLOADS_DAYS: z
      .string()
      .refine((value) => /^\d{1,4}$/.test(value), 'days')
      .transform(Number)
      .default(30),
    LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'log-level')
      .default('info'),
  })
  .refine((settings) => settings.ADMIN_PASSWORD === undefined || settings.ADMIN_EMAIL !== undefined, {
    path: ['ADMIN_EMAIL'],
    message: 'email-with-password',
  })
  .refine((settings) => settings.IMAGE_STORE?.kind !== 's3' || settings.AWS_ACCESS_KEY_ID !== undefined, {
    path: ['AWS_ACCESS_KEY_ID'],
    message: 'image-store-key',
  })
  .refine((settings) => settings.IMAGE_STORE?.kind !== 's3' || settings.AWS_SECRET_ACCESS_KEY !== undefined, {
    path: ['AWS_SECRET_ACCESS_KEY'],
    message: 'image-store-key',
  });

export type Settings = z.infer<typeof settingsSchema>;

function listOf(item: z.ZodType<string, string>) {
  return z
    .string()
    .default('')
    .transform((value) => value.split(',').map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== ''))
    .pipe(z.array(item));
}

function parseUrl(value: string): URL | null {
  return URL.canParse(value) ? new URL(value) : null;
}

/** A `?schema=` is refused: the driver would ignore it silently and use the default schema. */
function isUrlOf(value: string, protocols: string[]): boolean {
  const url = parseUrl(value);
  return (
    url !== null &&
    protocols.includes(url.protocol) &&
    (url.searchParams.get('schema') ?? 'public') === 'public'
  );
}

function isOrigin(value: string): boolean {
  const url = parseUrl(value);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return false;
  return url.href === `${url.origin}/` && url.username === '';
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function isAddressOrNetwork(value: string): boolean {
  const [address = '', prefix, ...rest] = value.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}
