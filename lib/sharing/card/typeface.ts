import type * as HarfBuzzModule from 'harfbuzzjs';
import type { Face, Font } from 'harfbuzzjs';

/** Text as outlines, in thousandths of the type size, baseline at 0 and y upwards. */
export interface ShapedText {
  width: number;
  glyphs: { outline: string; x: number; scale: number }[];
}

/** What draws one character. */
export interface CharacterFont {
  font: Font;
  scale: number;
}

/** HarfBuzz, loaded when the first card is drawn: its module compiles WebAssembly when it is imported. */
export type HarfBuzz = typeof HarfBuzzModule;

/** The characters of one text in one weight, ready to be set. */
export class Typeface {
  private readonly shaped = new Map<string, ShapedText>();

  constructor(
    private readonly harfbuzz: HarfBuzz,
    private readonly fonts: ReadonlyMap<number, CharacterFont>,
  ) {}

  /** Whether every character of a text can be drawn. */
  covers(text: string): boolean {
    return Array.from(text).every((character) => this.fonts.has(character.codePointAt(0) ?? 0));
  }

  /** Sets a text that `covers` said yes to, with kerning; other characters are left out. */
  shape(text: string): ShapedText {
    const known = this.shaped.get(text);
    if (known) return known;
    const shaped: ShapedText = { width: 0, glyphs: [] };
    for (const run of this.splitByFont(text)) this.shapeRun(run.text, run.font, shaped);
    this.shaped.set(text, shaped);
    return shaped;
  }

  private splitByFont(text: string): { text: string; font: CharacterFont }[] {
    const runs: { text: string; font: CharacterFont }[] = [];
    for (const character of text) {
      const font = this.fonts.get(character.codePointAt(0) ?? 0);
      if (!font) continue;
      const last = runs.at(-1);
      if (last?.font.font === font.font) last.text += character;
      else runs.push({ text: character, font });
    }
    return runs;
  }

  private shapeRun(text: string, { font, scale }: CharacterFont, into: ShapedText): void {
    const buffer = new this.harfbuzz.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    this.harfbuzz.shape(font, buffer);
    for (const glyph of buffer.getGlyphInfosAndPositions()) {
      const outline = font.glyphToPath(glyph.codepoint);
      if (outline !== '') into.glyphs.push({ outline, x: into.width + (glyph.xOffset ?? 0) * scale, scale });
      into.width += (glyph.xAdvance ?? 0) * scale;
    }
  }
}

/** A font of a face in one weight. All faces of the cards have the axis, and 1000 units to the em. */
export function buildFont(harfbuzz: HarfBuzz, face: Face, weight: number): Font {
  const font = new harfbuzz.Font(face);
  font.setVariations([new harfbuzz.Variation('wght', weight)]);
  return font;
}
