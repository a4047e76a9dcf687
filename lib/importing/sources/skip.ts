/** How many entries are still to be passed over unread, so that an import can go on where it stopped; shared by all sources. */
export interface Skip {
  left: number;
}

/** True when the next entry is to be passed over; it then counts as taken. */
export function takeSkip(skip: Skip): boolean {
  if (skip.left <= 0) return false;
  skip.left -= 1;
  return true;
}
