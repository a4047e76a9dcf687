/** The slug of the story nearest to a moment; of two equally near ones the earlier in the list. Null for an empty list. */
export function pickNearest(
  items: readonly { slug: string; publishedAt: Date }[],
  moment: Date,
): string | null {
  const distance = (item: { publishedAt: Date }) => {
    // The whole minute counts as it: 14:57:42 is not nearer to 14:58 than to 14:57.
    const minute = Math.floor(item.publishedAt.getTime() / 60_000) * 60_000;
    return Math.abs(minute - moment.getTime());
  };
  const [nearest] = [...items].sort((a, b) => distance(a) - distance(b));
  return nearest?.slug ?? null;
}
