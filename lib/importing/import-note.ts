import type { MessageParams } from '@/lib/errors/app-error';

/**
 * Something an editor should know about one file: what was repaired or guessed, or why it was rejected.
 * Codes are stable; the text is `importNotes.<code>` in `content/messages`, filled with `params`.
 */
export interface ImportNote {
  code: ImportNoteCode;
  params?: MessageParams;
  /** Line in the file, from 1, where that is known. */
  line?: number;
}

/** Notes on accepted posts. */
export const warningCodes = [
  'front-matter-repaired', // YAML was broken and was read line by line; line = first broken line
  'front-matter-unclosed', // no closing ---
  'front-matter-missing', // the file has none at all
  'title-guessed', // from digest or first sentence; params.from: digest | body | name
  'date-guessed', // params.from: id | name | file-time; params.date
  'date-invalid', // stated but impossible; params.value
  'held-as-draft', // waits for the editor, because something was guessed
  'scheduled', // its date lies in the future
  'charset-guessed', // not UTF-8; params.charset
  'control-characters-removed', // U+0000, lone surrogates and the like
  'hidden-content-removed', // display:none paragraphs and the like; params.count
  'chart-removed', // quote chart leftovers; params.count
  'unsafe-content-removed', // scripts, event handlers, javascript: links; params.count
  'liquid-removed', // {% … %} or {{ … }}; params.count
  'category-guessed', // none stated; taken from the folder
  'category-missing',
  'body-deeply-nested', // flattened below the nesting limit
  'weaker-copy', // a better copy of this post is already there; this one changed nothing
  'same-story', // known by an address or its text, not by its id; params.slug
  'near-duplicate', // another article has nearly the same text; params.slug, params.title
  'duplicate-skipped', // there already with other content, and the editor wants it left
  'address-taken', // an address of an exported article leads elsewhere here; params.addresses, params.count
  'export-map-invalid', // what an export keeps beside the text cannot be read; the post came in without it
  'duplicate-in-import', // the same post came earlier in this import; params.path
] as const;

/** Reasons for rejection; always the only note's first entry. */
export const rejectionCodes = [
  'empty-file',
  'no-readable-text', // nothing that a person could read
  'not-a-post', // binary, an image, a font …; params.type
  'not-text', // looked like text by its name, but is binary
  'file-too-large', // params.size, params.limit (bytes)
  'archive-broken', // truncated or not an archive
  'archive-entry-unsafe', // traversal, absolute path, symlink
  'archive-entry-encrypted',
  'archive-nested', // archive inside an archive
  'archive-bomb', // ratio, total size or number of entries over the limit
  'unreadable', // permissions, vanished; params.reason
  'link-skipped', // a symbolic link in a folder
  'front-matter-broken', // and repairing it is switched off; params.reason: yaml | toml | json
  'row-broken', // one entry of a list or table; params.reason: syntax | cut | empty, params.excerpt
  'columns-unknown', // a table in which no column is called title or text; params.columns
  'title-missing', // none stated, and the editor wants no guess
  'date-missing', // the same
  'too-complex', // took longer or more memory than any post should; params.seconds
  'export-manifest', // no post: the list of an export's files, which all are there
  'export-damaged', // files of an export are missing or changed; params.count
  'export-file-changed', // params.path; follows export-damaged
  'export-file-missing', // params.path; follows export-damaged
  'excluded', // left out by the editor's choice
  'save-failed', // the database refused this one post; params.reason
] as const;

export type WarningCode = (typeof warningCodes)[number];
export type RejectionCode = (typeof rejectionCodes)[number];
export type ImportNoteCode = WarningCode | RejectionCode;
