import type { ChineseScript } from './chinese-script';

/** Writes Chinese text in another script. Pure; what is in that script already stays. */
export type ScriptConverter = (text: string) => string;

let toTraditional: Promise<ScriptConverter> | undefined;
let toSimplified: Promise<ScriptConverter> | undefined;

/**
 * The converter into a script: OpenCC's `s2tw` or `tw2s`, which change characters and never words, so that what an
 * outlet wrote stays what it wrote (docs/decisions/0015). The dictionaries are read at the first use and kept:
 * Traditional costs some 40 MB and half a second, so a portal that never shows it does not pay.
 */
export function loadScriptConverter(script: ChineseScript): Promise<ScriptConverter> {
  if (script === 'Hant') return (toTraditional ??= loadTraditional());
  return (toSimplified ??= loadSimplified());
}

async function loadTraditional(): Promise<ScriptConverter> {
  const { Converter } = await import('opencc-js/cn2t');
  return Converter({ from: 'cn', to: 'tw' });
}

async function loadSimplified(): Promise<ScriptConverter> {
  const { Converter } = await import('opencc-js/t2cn');
  const [fromTaiwan, fromHongKong] = [
    Converter({ from: 'tw', to: 'cn' }),
    Converter({ from: 'hk', to: 'cn' }),
  ];
  // The second for what only Hong Kong writes so: 衞 麪 裏.
  return (text) => fromHongKong(fromTaiwan(text));
}
