/** How many numbers stand in both of two sorted lists that have each number once. */
export function countCommon(one: Int32Array, other: Int32Array): number {
  let common = 0;
  for (let at = 0, there = 0; at < one.length && there < other.length;) {
    const [ours, theirs] = [one[at] ?? 0, other[there] ?? 0];
    if (ours === theirs) common += 1;
    if (ours <= theirs) at += 1;
    if (theirs <= ours) there += 1;
  }
  return common;
}

/** Whether a number stands in a sorted list. */
export function hasNumber(numbers: Int32Array, wanted: number): boolean {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return numbers[from] === wanted;
}
