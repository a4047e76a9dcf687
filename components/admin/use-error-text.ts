import { useTranslations } from 'next-intl';

interface FailedResult {
  code: string;
  params: Record<string, string | number>;
}

/** Gives the text for an error's code, in the editor's language. */
export function useErrorText(): (error: FailedResult) => string {
  const t = useTranslations('errors');
  const admin = useTranslations('admin');
  return ({ code, params }) => (t.has(code) ? t(code, params) : admin('unexpected', { code }));
}
