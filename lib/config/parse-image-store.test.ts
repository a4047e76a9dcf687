import { expect, it } from 'vitest';
import type { AppError } from '@/lib/errors/app-error';
import { parseConfig } from './config';
import { parseImageStore } from './parse-image-store';

it.each([
  ['file:/srv/pictures', { kind: 'file', directory: '/srv/pictures' }],
  ['file:///srv/pictures', { kind: 'file', directory: '/srv/pictures' }],
  ['file:pictures', { kind: 'file', directory: 'pictures' }],
  ['s3://news', { kind: 's3', bucket: 'news', prefix: '', endpoint: null, region: 'us-east-1' }],
  [
    's3://news/a/b/?endpoint=https://minio.example:9000&region=cn-north-1',
    {
      kind: 's3',
      bucket: 'news',
      prefix: 'a/b/',
      endpoint: 'https://minio.example:9000',
      region: 'cn-north-1',
    },
  ],
  ['file:', undefined],
  ['/srv/pictures', undefined],
  ['https://news.example/', undefined],
  ['s3://', undefined],
  ['s3://A_B', undefined],
  ['s3://news/%zz', undefined],
  ['s3://news?endpoint=minio', undefined],
  ['s3://news?endpoint=file:///etc', undefined],
])('%s', (value, expected) => {
  expect(parseImageStore(value)).toEqual(expected);
});

const key = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };

it('pictures stay where they are, and a store lies under DATA_DIR, unless stated', () => {
  expect(parseConfig({ DATA_DIR: '/data' })).toMatchObject({
    fetchImages: false,
    imageStore: { kind: 'file', directory: '/data/images' },
    s3Key: null,
  });
  expect(parseConfig({ FETCH_IMAGES: '1', IMAGE_STORE: 's3://news', ...key })).toMatchObject({
    fetchImages: true,
    imageStore: { kind: 's3', bucket: 'news' },
    s3Key: { id: 'id', secret: 'secret' },
  });
});

it.each([
  [{ FETCH_IMAGES: 'yes' }, { name: 'FETCH_IMAGES', expected: 'switch', value: 'yes' }],
  [{ IMAGE_STORE: 'ftp://x' }, { name: 'IMAGE_STORE', expected: 'image-store', value: 'ftp://x' }],
  [{ IMAGE_STORE: 's3://news' }, { name: 'AWS_ACCESS_KEY_ID', expected: 'image-store-key' }],
  [
    { IMAGE_STORE: 's3://news', AWS_ACCESS_KEY_ID: 'id' },
    { name: 'AWS_SECRET_ACCESS_KEY', expected: 'image-store-key' },
  ],
])('a start with %j names what is wrong', (env, params) => {
  expect(() => parseConfig(env)).toThrow(
    expect.objectContaining({ code: 'config-invalid', params }) as AppError,
  );
});
