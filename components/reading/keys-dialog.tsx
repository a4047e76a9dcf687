import { useLocale, useTranslations } from 'next-intl';
import { buildPath } from '@/lib/i18n/build-path';
import { DialogHead } from './dialog-head';

/** Keys and what they do; a name of `keys.*` in the messages each. */
const rows = [
  { keys: [['j'], ['k']], name: 'move' },
  { keys: [['o'], ['Enter']], name: 'open' },
  { keys: [['→'], ['←']], name: 'turn' },
  { keys: [['s']], name: 'save' },
  { keys: [['/']], name: 'search' },
  { keys: [['?']], name: 'help' },
] as const;

/** Pages that a sequence of keys leads to; client/keyboard presses these links. */
const places = [
  { key: 'h', action: 'goHome', path: '/', name: 'home' },
  { key: 'c', action: 'goCategories', path: '/category', name: 'allCategories' },
  { key: 's', action: 'goSaved', path: '/saved', name: 'saved' },
  { key: 'a', action: 'goArchive', path: '/archive', name: 'archive' },
] as const;

/** The list of keys, shown on `?`. */
export function KeysDialog() {
  const t = useTranslations('reading');
  const reader = useTranslations('reader');
  const locale = useLocale();
  return (
    <dialog data-keys aria-labelledby="keys-title" className="panel no-print">
      <DialogHead id="keys-title" title={t('keysTitle')} />
      <dl className="text-sm">
        {rows.map(({ keys, name }) => (
          <Row key={name} keys={keys}>
            {t(`keys.${name}`)}
          </Row>
        ))}
        {places.map(({ key, action, path, name }) => (
          <Row key={key} keys={[['g', key]]}>
            <a
              href={buildPath(locale, path)}
              data-key={action}
              className="inline-flex min-h-8 items-center text-accent"
            >
              {reader(name)}
            </a>
          </Row>
        ))}
      </dl>
      <p className="pt-3 text-xs text-muted">{t('keysNote')}</p>
    </dialog>
  );
}

interface RowProps {
  /** Keys that do the same or the opposite; each one a sequence. */
  keys: readonly (readonly string[])[];
  children: React.ReactNode;
}

function Row({ keys, children }: RowProps) {
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] items-baseline border-t border-hairline py-1.5">
      <dt className="flex gap-x-3">
        {keys.map((sequence) => (
          <span key={sequence.join()}>
            {sequence.map((key) => (
              <kbd key={key} className="me-1 font-mono">
                {key}
              </kbd>
            ))}
          </span>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
