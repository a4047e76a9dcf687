import sharp from 'sharp';
import { expect, test } from 'vitest';
import { renderCard } from './render-card';

const content = { site: '金融消息', note: '21世纪经济报道', aside: '2022-02-18 14:51' };

test('a card is a PNG of 1200 × 630 that every chat accepts', async () => {
  const headline =
    '国务院关于进一步提高上市公司质量的意见：健全退市机制，提升信息披露质量，加强投资者保护'.repeat(3);
  const picture = await renderCard({ ...content, headline });
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  // WhatsApp shows no picture above 300 kB; ours are far below.
  expect(picture.length).toBeLessThan(60_000);
});

test('the same content is the same picture, and asked for together each comes out right', async () => {
  const [first, other, again] = await Promise.all([
    renderCard({ ...content, headline: '降准' }),
    renderCard({ ...content, headline: '加息' }),
    renderCard({ ...content, headline: '降准' }),
  ]);
  expect(again.equals(first)).toBe(true);
  expect(other.equals(first)).toBe(false);
});
