/** Whether this browser keeps copies here: not on plain HTTP, and not in every private window. */
export function hasCaches(): boolean {
  return 'caches' in globalThis;
}
