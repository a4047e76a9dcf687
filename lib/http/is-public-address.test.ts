import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { findCorpus } from '@/testing/test-corpus';
import { isPublicAddress } from './is-public-address';

it.each([
  ['127.0.0.1', false],
  ['10.255.255.255', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['192.168.1.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::7f00:1', false], // v4-compatible
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['0:0:0:0:0:ffff:a00:1', false],
  ['::ffff:0:7f00:1', false], // v4-translated
  ['64:ff9b::10.0.0.1', false],
  ['64:ff9b:1::808:808', false], // NAT64 of one's own network
  ['2002:808:808::1', false], // 6to4
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', false], // Teredo
  ['fe80::1%eth0', false],
  ['fd00:ec2::254', false],
  ['100:0:0:1::1', false],
  ['ff02::1', false],
  ['4000::1', false],
  ['localhost', false],
  ['', false],
  ['8.8.8.8', true],
  ['::ffff:8.8.8.8', true],
  ['64:ff9b::808:808', true],
  ['2606:4700:4700::1111', true],
  ['2a00:1450:4001:82b::200e', true],
])('%s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

const samples = z.array(z.object({ address: z.string(), must_block: z.boolean() }));
const folder = findCorpus('security/ssrf');
const known = folder && samples.parse(JSON.parse(readFileSync(join(folder, 'addresses.json'), 'utf8')));

it.skipIf(!known)('every sample of the special-purpose registries, or SKIPPED: no samples', () => {
  const all = known || [];
  const wrong = all.filter(({ address, must_block }) => isPublicAddress(address) === must_block);
  expect(all.length).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
});
