import { formatMoment } from './format-moment';

/** On a kept copy the style sheet shows the note; this fills in when the copy was made. */
export function startKeptNote(): void {
  const kept = document.documentElement.dataset['kept'];
  const place = document.querySelector<HTMLElement>('[data-kept-at]');
  if (!kept || !place) return;
  const time = document.createElement('time');
  time.dateTime = kept;
  time.textContent = formatMoment(new Date(kept), place.dataset['zone']);
  place.replaceChildren(time);
}
