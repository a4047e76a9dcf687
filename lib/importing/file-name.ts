/** What the name of a post's file says. Jekyll: `2022-05-03-some-name.md`. */
export interface FileName {
  /** Without folders and extension: `2022-05-03-some-name`. */
  stem: string;
  /** The part after the date, else the stem; leading dashes off. */
  name: string;
  /** As written; whether there is such a day is for `parseDay` to say. */
  day: { year: number; month: number; day: number } | null;
}

const postType = /[^.](\.+[a-z][a-z0-9]{0,9})$/i;

/** Reads date and name from a path. A page that is called `index` has the name of its folder. */
export function readFileName(path: string): FileName {
  const segments = path.split('/').filter(Boolean);
  const stem = stripType(segments.at(-1) ?? '');
  if (/^_?index$/i.test(stem) && segments.length > 1) return readFileName(segments.slice(0, -1).join('/'));
  const [, year, month, day, rest] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:-(.*))?$/su.exec(stem) ?? [];
  const name = (rest ?? stem).replace(/^-+/, '') || stem;
  return { stem, name, day: year ? { year: Number(year), month: Number(month), day: Number(day) } : null };
}

function stripType(fileName: string): string {
  const type = postType.exec(fileName)?.[1];
  return type ? fileName.slice(0, -type.length) : fileName;
}
