import sharp, { type Sharp } from 'sharp';
import { AppError } from '@/lib/errors/app-error';

/** Widest picture that is kept; pages are no wider, twice for sharp screens. */
const maxWidth = 1600;
/** The format's own limit. */
const maxHeight = 16_383;
/** Of all frames together: what decoding may cost in memory. */
const maxPixels = 40_000_000;
const maxSeconds = 30;

const signatures = [
  { type: 'jpeg', pattern: /^\xff\xd8\xff/ },
  { type: 'png', pattern: /^\x89PNG\r\n\x1a\n/ },
  { type: 'gif', pattern: /^GIF8[79]a/ },
  { type: 'webp', pattern: /^RIFF[^]{4}WEBP/ },
] as const;

/** A picture as the portal keeps it. Sizes in pixels, of one frame. */
export interface EncodedImage {
  webp: Buffer;
  width: number;
  height: number;
}

/**
 * Any JPEG, PNG, GIF or WebP as WebP: upright, at most 1,600 pixels wide, without metadata; what moves still moves,
 * unless its frames together are too large. Throws AppError `image-unreadable` for what is no such picture or broken,
 * `image-too-large` (params: limit, in megapixels) for over 40 megapixels.
 */
export async function encodeImage(bytes: Buffer): Promise<EncodedImage> {
  if (findImageType(bytes) === undefined) throw new AppError('image-unreadable', {}, 422);
  try {
    const isMoving = await checkSize(bytes);
    return await encode(open(bytes, isMoving), isMoving);
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('image-unreadable', {}, 422, { cause });
  }
}

/** The format that the first bytes tell, whatever name or header says. */
export function findImageType(bytes: Buffer): (typeof signatures)[number]['type'] | undefined {
  const head = bytes.subarray(0, 16).toString('latin1');
  return signatures.find(({ pattern }) => pattern.test(head))?.type;
}

/** Reads the head only. Gives whether the picture is to be kept with its frames. */
async function checkSize(bytes: Buffer): Promise<boolean> {
  const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > maxPixels) throw new AppError('image-too-large', { limit: maxPixels / 1e6 }, 422);
  return pages > 1 && width * height * pages <= maxPixels;
}

function open(bytes: Buffer, animated: boolean): Sharp {
  const image = sharp(bytes, { animated, limitInputPixels: maxPixels, failOn: 'error' });
  // Turning needs the whole picture at once, which frames are not.
  return animated ? image : image.autoOrient();
}

async function encode(image: Sharp, isMoving: boolean): Promise<EncodedImage> {
  const { data, info } = await image
    .resize({ width: maxWidth, height: maxHeight, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: maxSeconds })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  const height = isMoving ? (info.pageHeight ?? info.height) : info.height;
  return { webp: data, width: info.width, height };
}
