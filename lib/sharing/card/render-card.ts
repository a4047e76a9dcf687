import sharp from 'sharp';
import type { CardContent } from './card-content';
import { drawCard } from './draw-card';
import { FontLibrary } from './font-library';

let library: Promise<FontLibrary> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * A card as PNG, 1200 × 630, some 20 kB. One at a time: what a card costs is taken from readers, and crawlers
 * can wait.
 */
export function renderCard(content: CardContent): Promise<Buffer> {
  const rendering = last.then(() => render(content));
  last = rendering.catch(() => undefined);
  return rendering;
}

async function render(content: CardContent): Promise<Buffer> {
  library ??= FontLibrary.open();
  // A failure to open is asked again at the next card, not kept.
  library.catch(() => (library = undefined));
  const svg = await drawCard(await library, content);
  return sharp(Buffer.from(svg))
    .png({ palette: true, colours: 32, dither: 0, effort: 1, compressionLevel: 6 })
    .toBuffer();
}
