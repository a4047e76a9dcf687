import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Face } from 'harfbuzzjs';
import { type FontFamilies, type FontFamily, readFontFamilies } from './font-families';
import { buildFont, type CharacterFont, type HarfBuzz, Typeface } from './typeface';
import { findFiles } from './unicode-ranges';

/** Files kept unpacked; with some 70 kB each, the common ones of all three faces. */
const keptFiles = 96;

interface LoadedFace {
  face: Face;
  characters: ReadonlySet<number>;
}

/** The fonts of the cards: files are read and unpacked when a text needs them, and the latest kept. */
export class FontLibrary {
  private readonly faces = new Map<string, LoadedFace>();

  private constructor(
    private readonly harfbuzz: HarfBuzz,
    private readonly unpack: (packed: Uint8Array) => Promise<Uint8Array>,
    private readonly families: FontFamilies,
  ) {}

  static async open(): Promise<FontLibrary> {
    const [harfbuzz, { default: unpack }, families] = await Promise.all([
      import('harfbuzzjs'),
      import('woff2-encoder/decompress'),
      readFontFamilies(),
    ]);
    return new FontLibrary(harfbuzz, unpack, families);
  }

  /** Everything that is needed to set `text`; characters that no font has are missing from it. */
  async openTypeface(text: string, weight: number): Promise<Typeface> {
    const order = this.chooseOrder(text);
    const fonts = new Map<number, CharacterFont>();
    const byFace = new Map<Face, CharacterFont>();
    for (const character of new Set(text)) {
      const found = await this.findFace(character, order(character));
      if (!found) continue;
      const { face, family } = found;
      const font = byFace.get(face) ?? {
        font: buildFont(this.harfbuzz, face, weight + family.heavier),
        scale: family.scale,
      };
      byFace.set(face, font);
      fonts.set(character.codePointAt(0) ?? 0, font);
    }
    return new Typeface(this.harfbuzz, fonts);
  }

  /** Quotes, dashes and dots have one code for all scripts: among Chinese characters they are Chinese ones. */
  private chooseOrder(text: string): (character: string) => FontFamily[] {
    const { latin, han, hangul } = this.families;
    const isHan = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u.test(text);
    return (character) =>
      isHan && /[\u00b7\u2010-\u2027\u2030-\u205e]/.test(character)
        ? [han, latin, hangul]
        : [latin, han, hangul];
  }

  private async findFace(
    character: string,
    families: FontFamily[],
  ): Promise<{ face: Face; family: FontFamily } | undefined> {
    const codePoint = character.codePointAt(0) ?? 0;
    for (const family of families) {
      for (const file of findFiles(family.files, codePoint)) {
        const { face, characters } = await this.loadFace(file);
        // The tables name more than some files hold.
        if (characters.has(codePoint)) return { face, family };
      }
    }
    return undefined;
  }

  private async loadFace(file: string): Promise<LoadedFace> {
    const loaded = this.faces.get(file) ?? (await this.read(file));
    // Put last again: the first is the one unused for longest.
    this.faces.delete(file);
    this.faces.set(file, loaded);
    for (const [oldest] of this.faces) {
      if (this.faces.size <= keptFiles) break;
      this.faces.delete(oldest);
    }
    return loaded;
  }

  private async read(file: string): Promise<LoadedFace> {
    const font = await this.unpack(await readFile(file));
    // Unpacking takes some milliseconds: readers' requests go in between.
    await setImmediate();
    const face = new this.harfbuzz.Face(new this.harfbuzz.Blob(font));
    return { face, characters: new Set(face.collectUnicodes()) };
  }
}
