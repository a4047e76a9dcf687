import { formatMoment } from './format-moment';

/** On a kept copy the style sheet shows the note; this fills in when the copy was made. */
export function startKeptNote(): void {
  const kept = document.documentElement.dataset['kept'];
  const time = document.querySelector<HTMLTimeElement>('[data-kept-at]');
  if (!kept || !time) return;
  time.dateTime = kept;
  time.textContent = formatMoment(new Date(kept), time.dataset['zone']);
}
