/** Puts, in place of each picture of a story that does not load, its description and a link to the original. */
export function startImageFallback(): void {
  const body = document.querySelector<HTMLElement>('[data-image-missing]');
  if (!body) return;
  const label = body.dataset['imageMissing'] ?? '';
  // Errors of pictures do not bubble.
  body.addEventListener('error', ({ target }) => replaceImage(target, label), { capture: true });
  for (const image of body.querySelectorAll('img')) {
    // Those that failed before this script ran.
    if (image.complete && image.naturalWidth === 0) replaceImage(image, label);
  }
}

function replaceImage(image: EventTarget | null, label: string): void {
  if (!(image instanceof HTMLImageElement)) return;
  const box = document.createElement('span');
  box.className = 'image-missing';
  if (image.alt !== '') box.append(buildLine(image.alt));
  // The label is in the page's language, not in the story's.
  const line = buildLine(label);
  line.lang = document.documentElement.lang;
  // A picture within a link would make a link within a link.
  if (image.closest('a')) box.append(line);
  else box.append(buildLink(image.src, line));
  image.replaceWith(box);
}

function buildLine(text: string): HTMLElement {
  const line = document.createElement('span');
  line.textContent = text;
  return line;
}

function buildLink(address: string, line: HTMLElement): HTMLElement {
  const link = document.createElement('a');
  link.href = address;
  link.rel = 'noopener noreferrer nofollow';
  link.append(line);
  return link;
}
