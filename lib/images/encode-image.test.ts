import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeImage } from './encode-image';
import { buildBomb, buildSparseGif, draw } from './test-images';

describe('encodeImage', () => {
  it.each(['jpeg', 'png', 'gif', 'webp'] as const)('reads %s', async (type) => {
    const image = await encodeImage(await draw(80, 60).toFormat(type).toBuffer());
    expect(image).toMatchObject({ width: 80, height: 60 });
    expect(await sharp(image.webp).metadata()).toMatchObject({ format: 'webp', width: 80, height: 60 });
  });

  it.each([
    ['wide', 3200, 1000, 1600, 500],
    ['very long', 1000, 20_000, 819, 16_383],
    ['small', 10, 10, 10, 10],
  ])('a %s picture', async (_name, width, height, shownWidth, shownHeight) => {
    const image = await encodeImage(await draw(width, height).png().toBuffer());
    expect([image.width, image.height]).toEqual([shownWidth, shownHeight]);
  });

  it('turns a picture upright and leaves its metadata behind', async () => {
    const photo = await draw(80, 60)
      .withExif({ IFD0: { Copyright: 'somebody', ImageDescription: 'where they live' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const image = await encodeImage(photo);
    expect([image.width, image.height]).toEqual([60, 80]);
    const { exif, xmp, iptc, icc, orientation } = await sharp(image.webp).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
  });

  it('keeps what moves moving', async () => {
    const frames = ['#c33', '#3c3', '#33c', '#333'].map((background) =>
      sharp({ create: { width: 50, height: 50, channels: 3, background } })
        .png()
        .toBuffer(),
    );
    const gif = await sharp(await Promise.all(frames), { join: { animated: true } })
      .gif()
      .toBuffer();
    const image = await encodeImage(gif);
    expect([image.width, image.height]).toEqual([50, 50]);
    expect(await sharp(image.webp, { animated: true }).metadata()).toMatchObject({
      pages: 4,
      pageHeight: 50,
    });
  });

  it('keeps the first frame of what would be too large with all', async () => {
    const image = await encodeImage(buildSparseGif(11, 2000));
    expect([image.width, image.height]).toEqual([1600, 1600]);
    expect((await sharp(image.webp).metadata()).pages ?? 1).toBe(1);
  });

  it('refuses 30,000 × 30,000 pixels without unpacking them', async () => {
    const bomb = buildBomb(30_000);
    expect(bomb.length).toBeLessThan(200_000);
    await expect(encodeImage(bomb)).rejects.toMatchObject({ code: 'image-too-large', params: { limit: 40 } });
  });

  it.each([
    ['HTML', Buffer.from('<!doctype html><p>no picture</p>')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')],
    ['AVIF', Buffer.from('\0\0\0\x1cftypavif\0\0\0\0', 'latin1')],
    ['nothing', Buffer.alloc(0)],
    ['a head without a body', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ])('refuses %s', async (_name, bytes) => {
    await expect(encodeImage(bytes)).rejects.toMatchObject({ code: 'image-unreadable' });
  });

  it('refuses a picture that was cut off', async () => {
    const whole = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 120, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer();
    await expect(encodeImage(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      code: 'image-unreadable',
    });
  });
});
