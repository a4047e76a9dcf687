// What XML 1.0 cannot hold even escaped (section 2.2), and the controls that it discourages.
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/** A text without the characters that no XML document may hold; half a surrogate pair becomes U+FFFD. */
export function cleanXmlText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(forbidden, '');
}

/** A text as content of an element or as a value between double quotes. */
export function escapeXml(text: string): string {
  return cleanXmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Markup as one run of character data; the end mark inside it is split between two sections. */
export function wrapCdata(markup: string): string {
  return `<![CDATA[${cleanXmlText(markup).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/**
 * An element with escaped attributes; those that are undefined are left out. `content` is markup already; without
 * it the element is empty.
 */
export function writeElement(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(value)}"`))
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** An element that holds a text; none where there is no text. */
export function writeText(name: string, text: string | null): string {
  return text === null ? '' : `<${name}>${escapeXml(text)}</${name}>`;
}
