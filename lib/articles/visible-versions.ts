/** A state of an article, as far as its history needs it. */
export interface ArticleState {
  /** Of the revision that keeps it; null for the present one. */
  revisionId: number | null;
  /** When it was overwritten; null for the present one. */
  endedAt: Date | null;
  /** Published and not deleted. */
  isVisible: boolean;
  /** Equal for states that look the same to a reader. */
  hash: string;
}

/** A version that readers could see. */
export interface VisibleVersion {
  revisionId: number | null;
  /** When it took the place of the version before it; null for the first. */
  since: Date | null;
}

/**
 * The versions of an article that readers may know of, newest first. `states`: newest first, the present one in front.
 * Only what has been in public view without a break until now counts: what was a draft, or was withdrawn or deleted
 * before the article was published again, was taken from readers on purpose and stays so. States that look the same
 * are one version.
 */
export function listVisibleVersions(states: readonly ArticleState[]): VisibleVersion[] {
  const end = states.findIndex(({ isVisible }) => !isVisible);
  const visible = end === -1 ? states : states.slice(0, end);
  const versions: VisibleVersion[] = [];
  let hash: string | undefined;
  visible.forEach((state, at) => {
    const older = visible[at + 1];
    const since = older === undefined || older.hash === state.hash ? null : older.endedAt;
    const last = versions.at(-1);
    if (state.hash === hash && last) last.since = since;
    else versions.push({ revisionId: state.revisionId, since });
    hash = state.hash;
  });
  return versions;
}
