import { getTranslations } from 'next-intl/server';
import { AdminShell } from '@/components/admin/admin-shell';
import { SignInPage } from '@/components/admin/sign-in-page';
import { TokenForm } from '@/components/admin/tokens/token-form';
import { type TokenEntry, TokenList } from '@/components/admin/tokens/token-list';
import { getConfig } from '@/lib/config/config';
import { tokenLifetimes, tokenScopes } from '@/lib/editors/api-tokens';
import { type ApiToken, listApiTokens } from '@/lib/editors/api-tokens-store';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { Locale } from '@/lib/i18n/locales';

export default async function TokensPage() {
  const { locale, siteTitle, editor } = await prepareAdminPage();
  if (!editor) return <SignInPage locale={locale} siteTitle={siteTitle} />;
  const t = await getTranslations({ locale, namespace: 'admin' });
  const tokens = await listApiTokens(editor);
  const entries = await Promise.all(tokens.map((token) => describe(token, locale)));
  return (
    <AdminShell
      locale={locale}
      editor={editor}
      siteTitle={siteTitle}
      current="tokens"
      heading={t('nav.tokens')}
    >
      <p className="max-w-3xl text-sm text-muted">{t('tokens.intro')}</p>
      <section className="grid max-w-3xl gap-3">
        <h2 className="font-serif text-lg font-bold">{t('tokens.newHeading')}</h2>
        <TokenForm scopes={tokenScopes} lifetimes={tokenLifetimes} />
      </section>
      <section className="grid max-w-3xl gap-3">
        <h2 className="font-serif text-lg font-bold">{t('tokens.listHeading')}</h2>
        {entries.length === 0 ? (
          <p className="text-sm">{t('tokens.none')}</p>
        ) : (
          <TokenList tokens={entries} />
        )}
      </section>
    </AdminShell>
  );
}

async function describe(token: ApiToken, locale: Locale): Promise<TokenEntry> {
  const t = await getTranslations({ locale, namespace: 'admin.tokens' });
  const time = (moment: Date) => formatDateTime(moment, getConfig().timeZone);
  return {
    id: token.id,
    name: token.name,
    prefix: `${token.prefix}…`,
    state: token.state,
    scopes: token.scopes.map((scope) => t(`scopes.${scope}`)).join(' · '),
    created: t('created', { time: time(token.createdAt) }),
    expires: token.expiresAt ? t('expires', { time: time(token.expiresAt) }) : t('expiresNever'),
    used: token.lastUsedAt
      ? t('used', { time: time(token.lastUsedAt), address: token.lastUsedIp ?? '' })
      : t('usedNever'),
  };
}
