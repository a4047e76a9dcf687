/** The usual prefix by the beginning of a namespace's address; empty for RSS itself, whose names have none. */
const known: readonly [string, string][] = [
  ['http://www.w3.org/2005/atom', 'atom'],
  ['https://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/app', 'app'],
  ['http://purl.org/atom/', 'atom'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://purl.org/rss/1.0/modules/', ''],
  ['http://purl.org/rss/1.0/', ''],
  ['http://channel.netscape.com/rdf/simple/0.9/', ''],
  ['http://my.netscape.com/', ''],
  ['http://my.netscape.com/rdf/simple/0.9/', ''],
  ['http://purl.org/net/rss1.1', ''],
  ['http://backend.userland.com/', ''],
  ['http://blogs.law.harvard.edu/', ''],
  ['http://purl.org/dc/elements/', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/dtds/podcast', 'itunes'],
  ['http://www.w3.org/2007/app', 'app'],
  ['http://schemas.google.com/blogger/', 'blogger'],
];

/** WordPress puts its version behind the word, and the part that is meant behind that. */
const wordPress = /^https?:\/\/wordpress\.org\/export\/[\d.]+\/(?<part>excerpt)?/i;

/** The usual prefix of a namespace; undefined when it is not known. */
export function findPrefix(namespace: string): string | undefined {
  const address = namespace.trim().toLowerCase();
  const match = wordPress.exec(address);
  if (match) return match.groups?.['part'] ? 'excerpt' : 'wp';
  return known.find(([start]) => address.startsWith(start))?.[1];
}
