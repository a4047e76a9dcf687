import { cookies, headers } from 'next/headers';
import { connection } from 'next/server';
import { getConfig } from '@/lib/config/config';
import type { Locale } from '@/lib/i18n/locales';
import { chooseAdminLocale, localeCookie } from './choose-admin-locale';
import type { Editor } from './editor';
import { findEditor } from './find-editor';

/** Language of an editors' page; renders it at request time. First line of their layout. */
export async function prepareAdminLocale(): Promise<Locale> {
  await connection();
  const chosen = (await cookies()).get(localeCookie)?.value;
  const acceptLanguage = (await headers()).get('accept-language');
  return chooseAdminLocale(chosen, acceptLanguage, getConfig().defaultLocale);
}

interface AdminPage {
  locale: Locale;
  siteTitle: string;
  /** Undefined: nobody is signed in, and the page must show `SignInPage` and nothing else. */
  editor: Editor | undefined;
  sessionId: string | undefined;
}

/** First line of every page of the editors: its language and who asks. Layouts do not check that for them. */
export async function prepareAdminPage(): Promise<AdminPage> {
  const locale = await prepareAdminLocale();
  const found = await findEditor();
  return { locale, siteTitle: getConfig().siteTitle, editor: found?.editor, sessionId: found?.sessionId };
}
