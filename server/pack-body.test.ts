import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { chooseEncoding, packBody } from './pack-body';

it.each([
  [undefined, undefined],
  ['', undefined],
  ['identity', undefined],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP;q=1.0, br;q=0', 'gzip'],
  ['br;q=0.000, gzip;q=0.0', undefined],
  ['br ; q = 0.5', 'br'],
  ['brotli, xgzip', undefined],
])('Accept-Encoding %s: %s', (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding);
});

it.each([false, true])('packs both ways, in memory of its own (lasting: %s)', async (lasting) => {
  const body = Buffer.from('<p>金融消息</p>'.repeat(50));
  const packed = await packBody(body, lasting);
  expect(brotliDecompressSync(packed.br)).toEqual(body);
  expect(gunzipSync(packed.gzip)).toEqual(body);
  for (const bytes of [packed.br, packed.gzip]) {
    expect(bytes.length).toBeLessThan(body.length);
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  }
});
