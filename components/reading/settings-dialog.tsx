import { useTranslations } from 'next-intl';
import { DialogHead } from './dialog-head';

const themes = ['system', 'light', 'dark'] as const;
const sizes = ['small', 'normal', 'large', 'larger', 'largest'] as const;
const widths = ['narrow', 'normal', 'wide'] as const;

/**
 * The reading settings: opened and served by client/settings. The default of each is kept as nothing, so its value is
 * empty.
 */
export function SettingsDialog() {
  const t = useTranslations('reading');
  return (
    <dialog data-settings aria-labelledby="settings-title" className="panel no-print">
      <DialogHead id="settings-title" title={t('settings')} />
      <Choice
        name="text"
        label={t('text')}
        values={sizes}
        normal="normal"
        textOf={(value) => t(`texts.${value}`)}
      />
      <Choice
        name="width"
        label={t('width')}
        values={widths}
        normal="normal"
        textOf={(value) => t(`widths.${value}`)}
      />
      <Choice
        name="theme"
        label={t('theme')}
        values={themes}
        normal="system"
        textOf={(value) => t(`themes.${value}`)}
      />
      <fieldset className="border-t border-hairline py-2">
        <legend className="sr-only">{t('habits')}</legend>
        <Habit name="keys" label={t('keysHabit')} />
        <Habit name="swipe" label={t('swipeHabit')} />
        <div data-offline-choice>
          <Habit name="offline" label={t('offlineHabit')} />
        </div>
      </fieldset>
      <p className="flex flex-wrap items-center justify-between gap-x-4 border-t border-hairline text-sm">
        <button type="button" data-open-keys className="panel-button">
          {t('showKeys')}
        </button>
        <button type="button" data-forget className="panel-button">
          {t('forget')}
        </button>
      </p>
      <p
        role="status"
        data-read-count={t('readCount', { count: '{count}' })}
        className="text-xs text-muted"
      />
      <p className="pt-1 text-xs text-muted">{t('privacy')}</p>
    </dialog>
  );
}

interface ChoiceProps<Value extends string> {
  name: string;
  label: string;
  values: readonly Value[];
  normal: Value;
  textOf: (value: Value) => string;
}

function Choice<Value extends string>({ name, label, values, normal, textOf }: ChoiceProps<Value>) {
  return (
    <fieldset className="border-t border-hairline py-2">
      <legend className="float-start w-16 pt-2.5 text-sm text-muted">{label}</legend>
      <div className="flex flex-wrap gap-x-4">
        {values.map((value) => (
          <label key={value} className="inline-flex min-h-11 cursor-pointer items-center gap-x-1.5 text-sm">
            <input
              type="radio"
              name={name}
              value={value === normal ? '' : value}
              className="size-4 accent-accent"
            />
            {textOf(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Habit({ name, label }: { name: string; label: string }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-x-2 text-sm">
      <input type="checkbox" name={name} className="size-4 shrink-0 accent-accent" />
      {label}
    </label>
  );
}
