/**
 * The codes of an error and of its causes, outermost first: Node's, PostgreSQL's and Prisma's. Prisma hands the
 * driver's error on under `meta`, where PostgreSQL's own code is `originalCode`; its own P2010 and P2039 say only
 * that there is one.
 */
export function listErrorCodes(error: unknown): string[] {
  const codes: unknown[] = [];
  for (let current = error, depth = 0; isRecord(current) && depth < 8; depth += 1) {
    codes.push(current.code, current.originalCode);
    current = isRecord(current.meta) ? current.meta.driverAdapterError : current.cause;
  }
  return codes.filter((code) => typeof code === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
