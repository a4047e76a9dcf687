/** Opens the story before or after this one in its category; false at the ends. */
export function openNeighbour(which: 'older' | 'newer'): boolean {
  const link = document.querySelector<HTMLElement>(`[data-neighbour="${which}"] a`);
  link?.click();
  return !!link;
}
