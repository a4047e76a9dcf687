export interface Stroke {
  /** Pixels from where the finger came down to where it left. */
  dx: number;
  dy: number;
  /** Milliseconds between the two. */
  ms: number;
  /** Where it came down, and the width of the window. */
  startX: number;
  width: number;
}

const minPixels = 72;
const minShare = 0.2;
const maxMs = 700;
/** Next to the edges a stroke is the system's own way back. */
const edgePixels = 28;

/** Which way a finger swiped: far, fast and level enough to be meant; undefined for every other stroke. */
export function readSwipe({ dx, dy, ms, startX, width }: Stroke): 'left' | 'right' | undefined {
  const isMeant = Math.abs(dx) >= Math.max(minPixels, width * minShare) && ms <= maxMs;
  const isLevel = Math.abs(dx) > Math.abs(dy) * 2.5;
  const isInside = startX >= edgePixels && startX <= width - edgePixels;
  if (!isMeant || !isLevel || !isInside) return undefined;
  return dx < 0 ? 'left' : 'right';
}
