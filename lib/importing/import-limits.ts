/** What one import may cost. Sizes are bytes. */
export interface ImportLimits {
  /** One post. The longest posts seen are under 100 kB; HTML with tables may be larger. */
  maxPostBytes: number;
  /** One export, feed, list or table, which may hold many posts. */
  maxContainerBytes: number;
  /** One archive as it lies on the disk. */
  maxArchiveBytes: number;
  /** Everything that comes out of one archive, together. */
  maxInflatedBytes: number;
  /** Entries of one archive; a larger archive is refused before it is read. */
  maxArchiveEntries: number;
  /** An entry that is over `minSuspiciousBytes` and grows more than this many times is a bomb. */
  maxRatio: number;
  minSuspiciousBytes: number;
}

const mebibyte = 1024 * 1024;

export const defaultImportLimits: ImportLimits = {
  maxPostBytes: 10 * mebibyte,
  maxContainerBytes: 512 * mebibyte,
  maxArchiveBytes: 2048 * mebibyte,
  maxInflatedBytes: 4096 * mebibyte,
  maxArchiveEntries: 99_999,
  maxRatio: 200,
  minSuspiciousBytes: mebibyte,
};
