import { AppError } from '@/lib/errors/app-error';
import { feedForm, type FeedForm } from './feed-settings';

/** A source as an editor or a program states it. Throws `feed-invalid` (400; params: field) naming the first wrong one. */
export function parseFeedForm(body: unknown): FeedForm {
  const result = feedForm.safeParse(body);
  if (result.success) return result.data;
  const [first, second] = result.error.issues[0]?.path ?? [];
  const field = first === 'settings' && second !== undefined ? second : first;
  throw new AppError('feed-invalid', { field: String(field ?? '') }, 400);
}
