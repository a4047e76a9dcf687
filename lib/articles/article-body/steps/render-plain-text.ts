/** Text without any markup as HTML: blank lines part paragraphs, single line ends break lines. */
export function renderPlainText(source: string): string {
  const escaped = source.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const paragraphs = escaped.split(/\n[ \t]*\n\s*/u).filter((part) => part.trim() !== '');
  return paragraphs.map((part) => `<p>${part.trim().replace(/\n/g, '<br>')}</p>`).join('\n');
}
