import { expect, test } from 'vitest';
import { resolveLiquid } from './resolve-liquid';

test.each([
  ['no Liquid', 'a { b } %', 'a { b } %', 0],
  ['an output', 'Hello {{ page.title }}!', 'Hello !', 1],
  ['an output as an address', 'see <{{ release.url.gz }}>', 'see ', 1],
  ['a quoted output', '![]({{ "/a.png" | relative_url }})', '![](/a.png)', 0],
  ['the site', '[x]({{ site.url }}/en/news/)', '[x](/en/news/)', 0],
  ['an assignment', '{% assign x = y | where: "v", "1" %}\nText', '\nText', 1],
  ['an include', 'a {% include figure.html src="x" %} b', 'a  b', 1],
  ['a condition keeps its inside', '{% if x %}yes{% endif %}', 'yes', 2],
  ['a comment', 'a{% comment %}b{% endcomment %}c', 'ac', 0],
  ['raw', '{% raw %}{{ x }} {% y %}{% endraw %}', '{{ x }} {% y %}', 0],
  ['white space control', '{%- raw -%}a{%- endraw -%}', 'a', 0],
  ['post_url', '[x]({% post_url 2015-1-02-some-name %})', '[x](/2015/01/02/some-name.html)', 0],
  ['post_url in a folder', '{% post_url news/2015-01-02-n %}', '/news/2015/01/02/n.html', 0],
  ['link to a post', '{%link en/news/_posts/2012-10-12-poc.md %}', '/en/news/2012/10/12/poc.html', 0],
  ['link to a page', '{% link about.md %}', '/about.html', 0],
  [
    'highlight',
    'a\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\nb',
    'a\n\n\n````````ruby\nputs 1\n````````\n\n\nb',
    0,
  ],
  ['an unclosed output', 'a {{ b', 'a {{ b', 0],
  ['an unclosed tag', 'a {% b', 'a {% b', 0],
  ['a fence', '```\n{{ x }}\n```\n{{ y }}', '```\n{{ x }}\n```\n', 1],
  ['a tilde fence', '~~~ ruby\n{% x %}\n~~~\n', '~~~ ruby\n{% x %}\n~~~\n', 0],
  ['raw in a fence', '```\n{% raw %}\n{{ x }}\n{% endraw %}\n```', '```\n\n{{ x }}\n\n```', 0],
  ['a code span', '`{{ x }}` {{ y }}', '`{{ x }}` ', 1],
  ['a lone backtick', 'it` is {{ x }}\n\n`', 'it` is \n\n`', 1],
  ['pre', '<pre>{{ x }}</pre>{{ y }}', '<pre>{{ x }}</pre>', 1],
])('%s', (_name, source, text, removed) => {
  expect(resolveLiquid(source)).toEqual({ text, removed });
});

test.each(['{%', '{{', '{% raw %}', '`{{', '<pre ', '~~~', '\n```', '{{}}'])(
  '%s repeated comes to an end',
  { timeout: 30_000 },
  (piece) => {
    expect(resolveLiquid(`{{ x }}${piece.repeat(50_000)}`).text).not.toContain('{{ x }}');
  },
);
