/**
 * The place in a list of the story that `j` or `k` leads to; undefined at its ends. `current` is the one with the focus, or -1;
 * then the first one within the window is next. `bottoms` are the lower edges of all, from the top of the window.
 */
export function chooseStory(bottoms: number[], current: number, step: 1 | -1): number | undefined {
  if (current >= 0) {
    const next = current + step;
    return next >= 0 && next < bottoms.length ? next : undefined;
  }
  const firstSeen = bottoms.findIndex((bottom) => bottom > 0);
  if (step === 1) return firstSeen === -1 ? undefined : firstSeen;
  const before = firstSeen === -1 ? bottoms.length - 1 : firstSeen - 1;
  return before >= 0 ? before : undefined;
}
