import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

// For tests only: pictures to encode.

/** A plain red picture. */
export function draw(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#c33' } });
}

/** A black-and-white PNG of any size, whose rows are all zero: 30,000² pixels in about 110 kB. */
export function buildBomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    buildChunk('IHDR', header),
    buildChunk('IDAT', rows),
    buildChunk('IEND', Buffer.alloc(0)),
  ]);
}

function buildChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

/** A moving GIF of a square screen, each of whose frames draws one pixel, in a corner of its own. */
export function buildSparseGif(frames: number, side: number): Buffer {
  const [low, high] = [side & 255, side >> 8];
  const screen = [low, high, low, high, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  const each = Array.from({ length: frames }, (_, at) => [
    ...[0x21, 0xf9, 4, 0, 10, 0, 0, 0],
    ...[0x2c, at & 255, at >> 8, 0, 0, 1, 0, 1, 0, 0],
    ...[2, 2, 0x44 + 8 * (at % 2), 1, 0],
  ]);
  return Buffer.concat([Buffer.from('GIF89a', 'latin1'), Buffer.from([...screen, ...each.flat(), 0x3b])]);
}
