import { z } from 'zod';
import { exportFormat } from './restore-map';

const time = z.iso.datetime().transform((text) => new Date(text));
const path = z.string().min(1).max(600);

/** What `kind` of a manifest says; by it the file is known. */
export const manifestKind = 'finews-export';

/** Settings that belong to the content; all others are the machinery's own state or secrets, and never leave. */
export const contentSettingPrefix = 'content.';

/** The manifest of an export: what no single article holds, and every file with its SHA-256. */
export const portalManifest = z.object({
  kind: z.literal(manifestKind),
  format: z.literal(exportFormat),
  version: z.string().max(40),
  exported_at: time,
  counts: z.record(z.string().max(40), z.int()),
  settings: z.record(z.string().max(100).startsWith(contentSettingPrefix), z.json()),
  categories: z
    .array(
      z.object({
        slug: z.string().min(1).max(120),
        name: z.string().min(1).max(200),
        aliases: z.array(z.string().min(1).max(120)).max(1000),
      }),
    )
    .max(20_000),
  wanted_paths: z
    .array(
      z.object({
        path,
        hits: z.int().min(1).max(2_000_000_000),
        last_referrer: z.string().max(500).nullable(),
        first_seen_at: time,
        last_seen_at: time,
      }),
    )
    .max(20_000),
  removed_articles: z
    .array(
      z.object({
        identity_key: z.string().min(1).max(400),
        slug: z.string().min(1).max(200),
        paths: z.array(path).max(10_000),
        share_code: z.string().max(32).nullable(),
        removed_at: time,
      }),
    )
    .max(500_000),
  /** SHA-256 in hex by path, relative to the manifest. */
  files: z.record(z.string().max(1000), z.string().regex(/^[0-9a-f]{64}$/)),
});

export type PortalManifest = z.output<typeof portalManifest>;
export type PortalManifestText = z.input<typeof portalManifest>;
