import path from 'node:path';
import { AppError } from '@/lib/errors/app-error';
import type { ImageStoreSettings } from './parse-image-store';
import { settingsSchema, secretSettings, type Settings } from './settings-schema';

/** All settings of the portal, checked and with their defaults. Times are IANA zones, languages BCP 47. */
export interface Config {
  port: number;
  host: string;
  /** Public origin without a trailing slash, `https://news.example`. */
  siteUrl: string;
  /** Null: the portal runs its own PostgreSQL under `dataDir`. */
  databaseUrl: string | null;
  /** Absolute. */
  dataDir: string;
  adminEmail: string | null;
  adminPassword: string | null;
  /** Null: made once and kept under `dataDir`; ask `getAuthSecret`. */
  authSecret: string | null;
  siteTitle: string;
  defaultLocale: Settings['DEFAULT_LOCALE'];
  timeZone: string;
  /** Addresses (`10.0.0.1`) and networks (`10.0.0.0/8`) whose forwarding headers are believed. */
  trustedProxies: string[];
  /** `host:port` of feeds that may lie on private addresses. */
  feedsAllowPrivateHosts: string[];
  /** Whether remote pictures of articles are copied into `imageStore`. */
  fetchImages: boolean;
  /** Where the copies lie; a directory is absolute. */
  imageStore: ImageStoreSettings;
  /** For an image store of the kind S3. */
  s3Key: { id: string; secret: string } | null;
  /** How long the files of an import are kept after it. */
  keepUploadsDays: number;
  /** Whether readers' browsers keep stories for reading without network. */
  offlineReading: boolean;
  /** Null: search engines are told nothing. */
  indexNowKey: string | null;
  indexNowEndpoint: string;
  redisUrl: string | null;
  readDatabaseUrls: string[];
  logLevel: Settings['LOG_LEVEL'];
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from environment variables; an empty one counts as unset.
 * Throws AppError `config-invalid` (params: name, expected, and value unless it may hold a secret) on the first
 * wrong one.
 */
export function parseConfig(env: Env): Config {
  const stated = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));
  const result = settingsSchema.safeParse(stated);
  if (!result.success) throw invalidSetting(result.error.issues[0], env);
  return toConfig(result.data);
}

let config: Config | undefined;

/** The settings of this process, read at the first call. */
export function getConfig(): Config {
  return (config ??= parseConfig(process.env));
}

/** Where a person opens what listens on a host and port: a wildcard host is reached through the loopback. */
export function buildListenUrl(host: string, port: number): string {
  const reachable =
    { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${reachable}:${String(port)}`;
}

function toConfig(settings: Settings): Config {
  return {
    port: settings.PORT,
    host: settings.HOST,
    siteUrl: settings.SITE_URL ?? new URL(buildListenUrl(settings.HOST, settings.PORT)).origin,
    databaseUrl: settings.DATABASE_URL ?? null,
    dataDir: path.resolve(settings.DATA_DIR),
    adminEmail: settings.ADMIN_EMAIL ?? null,
    adminPassword: settings.ADMIN_PASSWORD ?? null,
    authSecret: settings.AUTH_SECRET ?? null,
    siteTitle: settings.SITE_TITLE,
    defaultLocale: settings.DEFAULT_LOCALE,
    timeZone: settings.TIME_ZONE,
    trustedProxies: settings.TRUSTED_PROXIES,
    feedsAllowPrivateHosts: settings.FEEDS_ALLOW_PRIVATE_HOSTS.map((host) => host.toLowerCase()),
    fetchImages: settings.FETCH_IMAGES,
    imageStore: toImageStore(settings),
    s3Key: toS3Key(settings),
    keepUploadsDays: settings.KEEP_UPLOADS_DAYS,
    offlineReading: settings.OFFLINE_READING,
    indexNowKey: settings.INDEXNOW_KEY ?? null,
    indexNowEndpoint: settings.INDEXNOW_ENDPOINT,
    redisUrl: settings.REDIS_URL ?? null,
    readDatabaseUrls: settings.READ_DATABASE_URLS,
    logLevel: settings.LOG_LEVEL,
  };
}

function toImageStore({ IMAGE_STORE: stated, DATA_DIR: dataDir }: Settings): ImageStoreSettings {
  if (stated?.kind === 's3') return stated;
  return { kind: 'file', directory: path.resolve(stated?.directory ?? path.join(dataDir, 'images')) };
}

function toS3Key({ AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret }: Settings): Config['s3Key'] {
  return id === undefined || secret === undefined ? null : { id, secret };
}

function invalidSetting(issue: { path: PropertyKey[]; message: string } | undefined, env: Env): AppError {
  const name = String(issue?.path[0] ?? '');
  const params = { name, expected: issue?.message ?? '' };
  const value = env[name] ?? '';
  return new AppError('config-invalid', secretSettings.has(name) ? params : { ...params, value });
}
