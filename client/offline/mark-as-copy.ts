/**
 * The kept page with the time of its making on `<html data-kept>`: by it the page says that it is a copy, from the
 * first moment it is seen.
 */
export async function markAsCopy(copy: Response): Promise<Response> {
  const headers = new Headers(copy.headers);
  // The body is plain by now, and longer.
  headers.delete('content-encoding');
  headers.delete('content-length');
  const made = new Date(headers.get('date') ?? '');
  const kept = Number.isNaN(made.getTime()) ? '' : made.toISOString();
  const html = await copy.text();
  return new Response(html.replace('<html', `<html data-kept="${kept}"`), { status: copy.status, headers });
}
