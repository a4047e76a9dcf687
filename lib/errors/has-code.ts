/** Whether an error carries this code: Node's (`ENOENT`) or PostgreSQL's (`28P01`). */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
  );
}
