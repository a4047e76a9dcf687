/**
 * What `{{ expression }}` stands for where that can be told without the site: a quoted text, or the site's own
 * address, which is nothing because paths of the site begin with `/` here.
 * @returns null when it cannot be told.
 */
export function renderLiquidOutput(expression: string): string | null {
  const [value = ''] = expression.replace(/^-|-$/gu, '').split('|', 1);
  const name = value.trim();
  if (name === 'site.url' || name === 'site.baseurl') return '';
  const quote = name[0];
  const quoted = (quote === '"' || quote === "'") && name.length > 1 && name.endsWith(quote);
  return quoted ? name.slice(1, -1) : null;
}
