import { expect, test } from 'vitest';
import { buildShareTargets } from './build-share-targets';

test.each(['降准 0.5 & "利好"？#1', 'a+b=c', '100%', '\ud83d'])(
  '%j arrives whole at every service',
  (title) => {
    const url = 'https://news.example/s/ab12';
    for (const { id, href } of buildShareTargets(title, url)) {
      const address = new URL(href);
      expect(['https:', 'mailto:']).toContain(address.protocol);
      const said = Array.from(address.searchParams.values()).join('\n');
      expect(said, id).toContain(url);
      expect(said, id).toContain(title.toWellFormed());
      expect(href, id).not.toMatch(/[ "<>]|\+/);
    }
  },
);
