import { notFound } from 'next/navigation';

/** A dynamic segment as its author wrote it; Next hands it over percent-encoded. Nonsense is a 404. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    notFound();
  }
}
