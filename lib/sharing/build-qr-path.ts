import { encode } from 'uqr';

/** A QR code as the `d` of one SVG path; the view box is `0 0 size size`, quiet zone of 4 modules included. */
export interface QrPath {
  size: number;
  d: string;
}

/** Draws `text` as QR code, error correction M (ISO/IEC 18004); each run of dark modules in a row is one box. */
export function buildQrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return { size, d: data.map((row, y) => drawRow(row, y)).join('') };
}

function drawRow(row: boolean[], y: number): string {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x + 1] === true) x += 1;
    const width = String(x - start + 1);
    runs.push(`M${String(start)} ${String(y)}h${width}v1h-${width}z`);
  }
  return runs.join('');
}
