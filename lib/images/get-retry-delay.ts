const hour = 3600;
const day = 24 * hour;
const delays = [hour, 6 * hour, day, 3 * day];

/** Seconds until a picture is tried again after so many failures (1 is the first): ever longer, at last weekly. */
export function getRetryDelay(failures: number): number {
  return delays[failures - 1] ?? 7 * day;
}
