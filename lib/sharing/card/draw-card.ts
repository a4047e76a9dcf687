import { type CardContent, cardSize } from './card-content';
import { cleanCardText, keepDrawable, missingHan, spellPlainly } from './clean-card-text';
import { fitHeadline, type HeadlineStep } from './fit-headline';
import type { FontLibrary } from './font-library';
import { type SetLine, setLine } from './set-line';
import type { ShapedText, Typeface } from './typeface';

// The tokens of app/globals.css, light theme: a card is shown inside other people's pages.
const colour = { paper: '#fcfbf9', ink: '#17191e', muted: '#51565e', hairline: '#dfdcd5', accent: '#0f4c81' };

const margin = 80;
const inner = cardSize.width - 2 * margin;
const steps: HeadlineStep[] = [
  { size: 104, lines: 1 },
  { size: 84, lines: 1 },
  { size: 92, lines: 2 },
  { size: 80, lines: 3 },
  { size: 66, lines: 4 },
  { size: 58, lines: 4 },
];
const lineHeight = 1.33;
/** Where the headline's field ends and the foot begins. */
const foot = 532;

/**
 * Draws a card as SVG without any text in it: all letters are outlines, so that it looks the same on every machine,
 * and nothing on it can be an empty box.
 */
export async function drawCard(fonts: FontLibrary, content: CardContent): Promise<string> {
  const title = await openText(fonts, content.headline, 700);
  const name = await openText(fonts, content.site, 700);
  // A title in a script that no font has: with the portal's name alone it is still a card.
  const [site, headline] = title ? [name, title] : [undefined, name];
  const note = await openText(fonts, content.note, 500);
  const aside = await openText(fonts, content.aside, 500);
  const parts = [
    rect(0, 0, cardSize.width, cardSize.height, colour.paper),
    rect(0, 0, cardSize.width, 12, colour.accent),
    site && drawLine(site.face, fitOne(site, 40, inner), { x: margin, y: 96, size: 40 }, colour.accent),
    site && rect(margin, 130, inner, 2, colour.ink),
    headline &&
      drawHeadline(headline, site ? { top: 148, fill: colour.ink } : { top: 12, fill: colour.accent }),
    rect(margin, foot + 4, inner, 2, colour.hairline),
    drawFoot(note, aside),
  ];
  const { width, height } = cardSize;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `${parts.filter((part) => part !== undefined).join('')}</svg>`
  );
}

interface OpenText {
  text: string;
  face: Typeface;
}

async function openText(fonts: FontLibrary, text: string, weight: number): Promise<OpenText | undefined> {
  const cleaned = cleanCardText(text);
  const spellings = [cleaned, spellPlainly(cleaned), cleaned.normalize('NFD'), missingHan, '…'];
  const face = await fonts.openTypeface(spellings.join(''), weight);
  const drawable = keepDrawable(cleaned, (part) => face.covers(part));
  return drawable === undefined ? undefined : { text: drawable, face };
}

function drawHeadline({ text, face }: OpenText, { top, fill }: { top: number; fill: string }): string {
  const { size, lines } = fitHeadline(text, inner, steps, (run) => face.shape(run).width);
  const height = lines.length * size * lineHeight;
  // A little above the middle, where the eye looks for it.
  const first = top + (foot - top - height) * 0.46;
  return lines
    .map((line, index) => {
      const y = first + size * lineHeight * (index + 0.5) + size * 0.37;
      return drawLine(face, line, { x: margin, y, size }, fill);
    })
    .join('');
}

function drawFoot(note: OpenText | undefined, aside: OpenText | undefined): string {
  const size = 32;
  const y = 584;
  const right = aside && fitOne(aside, size, inner / 2);
  const taken = right ? (right.width * size) / 1000 : 0;
  const left = note && fitOne(note, size, inner - taken - 48);
  return [
    note && left && drawLine(note.face, left, { x: margin, y, size }, colour.ink),
    aside && right && drawLine(aside.face, right, { x: margin + inner - taken, y, size }, colour.muted),
  ]
    .filter((part) => part !== undefined)
    .join('');
}

/** One line, cut to its room. */
function fitOne({ text, face }: OpenText, size: number, width: number): SetLine {
  const measure = (run: string) => face.shape(run).width;
  return fitHeadline(text, width, [{ size, lines: 1 }], measure).lines[0] ?? setLine('', measure);
}

function drawLine(
  face: Typeface,
  line: SetLine,
  { x, y, size }: { x: number; y: number; size: number },
  fill: string,
): string {
  const outlines = line.runs.map((run) => drawRun(face.shape(run.text), x + (run.x * size) / 1000, y, size));
  return `<g fill="${fill}">${outlines.join('')}</g>`;
}

function drawRun({ glyphs }: ShapedText, x: number, y: number, size: number): string {
  return glyphs
    .map((glyph) => {
      const left = x + (glyph.x * size) / 1000;
      const scale = (size * glyph.scale) / 1000;
      return `<path transform="translate(${round(left)} ${round(y)}) scale(${round(scale)} ${round(-scale)})" d="${glyph.outline}"/>`;
    })
    .join('');
}

function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
