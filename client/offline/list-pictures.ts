const maxPictures = 20;

/** Paths of the portal's own copies of pictures in a page; those on other hosts are not ours to keep. */
export function listPictures(html = ''): string[] {
  const found = html.matchAll(/<img\b[^>]*?\ssrc="(\/images\/[\w.-]+)"/g);
  const paths = new Set(Array.from(found, ([, path]) => path).filter((path) => path !== undefined));
  return [...paths].slice(0, maxPictures);
}
