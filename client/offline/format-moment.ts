/** A moment as the portal writes it, `2026-11-21 08:30`, in the portal's zone. */
export function formatMoment(date: Date, timeZone: string | undefined): string {
  // Swedish writes dates the ISO way.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(date);
}
