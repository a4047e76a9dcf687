import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { buildListenUrl, parseConfig } from './config';
import { secretSettings, settingsSchema } from './settings-schema';

function failureOf(env: Record<string, string>): AppError {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('accepted');
}

describe('defaults', () => {
  it('are those of the contract', () => {
    expect(parseConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      siteUrl: 'http://127.0.0.1:3000',
      databaseUrl: null,
      dataDir: path.resolve('.data'),
      siteTitle: '金融消息',
      defaultLocale: 'zh-CN',
      timeZone: 'Asia/Shanghai',
      trustedProxies: [],
      logLevel: 'info',
    });
  });

  it('are what .env.example says, and an empty value counts as unset', () => {
    const example = readFileSync('.env.example', 'utf8');
    expect(parseConfig(parseEnv(example))).toEqual(parseConfig({}));
    expect(parseConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(parseConfig({}));
    for (const name of Object.keys(settingsSchema.shape))
      expect(example).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
  });

  it('of the public address follow host and port', () => {
    expect(parseConfig({ PORT: '8080', HOST: '0.0.0.0' }).siteUrl).toBe('http://127.0.0.1:8080');
    expect(parseConfig({ PORT: '80', HOST: 'news.local' }).siteUrl).toBe('http://news.local');
    expect(buildListenUrl('::1', 3000)).toBe('http://[::1]:3000');
  });
});

describe('a wrong value is named', () => {
  it.each([
    ['PORT', 'abc', 'port'],
    ['PORT', '0', 'port'],
    ['PORT', '70000', 'port'],
    ['PORT', '3000.5', 'port'],
    ['HOST', 'a b', 'host'],
    ['SITE_URL', 'news.example', 'origin'],
    ['SITE_URL', 'https://news.example/path', 'origin'],
    ['SITE_URL', 'ftp://news.example', 'origin'],
    ['DATABASE_URL', 'mysql://h/db', 'database-url'],
    ['DATABASE_URL', 'postgres://h/db?schema=other', 'database-url'],
    ['ADMIN_EMAIL', 'nobody', 'email'],
    ['AUTH_SECRET', 'short', 'secret'],
    ['DEFAULT_LOCALE', 'fr', 'locale'],
    ['TIME_ZONE', 'Mars/Base', 'time-zone'],
    ['TRUSTED_PROXIES', '10.0.0.1, 10.0.0.0/40', 'addresses'],
    ['FEEDS_ALLOW_PRIVATE_HOSTS', '127.0.0.1', 'hosts-and-ports'],
    ['FEEDS_ALLOW_PRIVATE_HOSTS', 'http://127.0.0.1:80', 'hosts-and-ports'],
    ['REDIS_URL', 'http://h', 'redis-url'],
    ['READ_DATABASE_URLS', 'postgres://h/db,nonsense', 'database-url'],
    ['LOG_LEVEL', 'loud', 'log-level'],
  ])('%s=%s', (name, value, expected) => {
    const { code, params } = failureOf({ [name]: value });
    expect(code).toBe('config-invalid');
    expect(params).toEqual(secretSettings.has(name) ? { name, expected } : { name, expected, value });
  });

  it('a password without an address to sign in with', () => {
    expect(failureOf({ ADMIN_PASSWORD: 'long enough' }).params).toMatchObject({ name: 'ADMIN_EMAIL' });
  });
});

it('reads lists and drops a trailing slash of the public address', () => {
  const config = parseConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1', SITE_URL: 'https://news.example/' });
  expect(config.trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  expect(config.siteUrl).toBe('https://news.example');
});
