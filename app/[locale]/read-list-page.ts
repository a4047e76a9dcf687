import { notFound } from 'next/navigation';
import { AppError } from '@/lib/errors/app-error';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The cursor in the address of a list, if there is one. */
export async function readCursor(searchParams: SearchParams): Promise<string | undefined> {
  const { before } = await searchParams;
  return typeof before === 'string' && before !== '' ? before : undefined;
}

/** One page of a list; a cursor that nobody issued is an address that nobody knows. */
export async function readListPage<T>(list: Promise<T>): Promise<T> {
  try {
    return await list;
  } catch (error) {
    if (error instanceof AppError && error.code === 'cursor-invalid') notFound();
    throw error;
  }
}
