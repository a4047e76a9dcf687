'use client';

import { useTranslations } from 'next-intl';
import { ruleActions, ruleFields } from '@/lib/feeds/feed-settings';
import { Button } from '../button';
import { Field } from '../field';
import { buildRule, type DraftRule } from './feed-draft';
import { SelectField } from './select-field';

interface RulesEditorProps {
  rules: DraftRule[];
  onChange: (rules: DraftRule[]) => void;
}

const maxRules = 30;

/** The rules of a source, in their order. */
export function RulesEditor({ rules, onChange }: RulesEditorProps) {
  const t = useTranslations('admin.feeds');

  function moveUp(at: number) {
    const moved = rules.filter((_rule, position) => position !== at);
    moved.splice(at - 1, 0, ...rules.slice(at, at + 1));
    onChange(moved);
  }

  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-serif text-lg font-bold">{t('rules')}</legend>
      <p className="text-xs text-muted">{rules.length === 0 ? t('noRules') : t('rulesHint')}</p>
      <ol className="grid gap-3 empty:hidden">
        {rules.map((rule, at) => (
          <RuleRow
            key={rule.key}
            rule={rule}
            number={at + 1}
            onChange={(changed) => onChange(rules.map((one) => (one.key === rule.key ? changed : one)))}
            onRemove={() => onChange(rules.filter(({ key }) => key !== rule.key))}
            onMoveUp={at > 0 ? () => moveUp(at) : undefined}
          />
        ))}
      </ol>
      {rules.length < maxRules && (
        <p>
          <Button onClick={() => onChange([...rules, buildRule(rules)])}>{t('addRule')}</Button>
        </p>
      )}
    </fieldset>
  );
}

interface RuleRowProps {
  rule: DraftRule;
  number: number;
  onChange: (rule: DraftRule) => void;
  onRemove: () => void;
  onMoveUp?: () => void;
}

function RuleRow({ rule, number, onChange, onRemove, onMoveUp }: RuleRowProps) {
  const t = useTranslations('admin.feeds');
  const needsValue = rule.action === 'tag' || rule.action === 'category';
  return (
    <li
      aria-label={t('rule', { number })}
      className="grid items-end gap-3 border-s-4 border-hairline ps-4 sm:grid-cols-2 lg:grid-cols-[11rem_1fr_12rem_10rem_auto]"
    >
      <SelectField
        label={t('ruleField')}
        value={rule.field}
        options={ruleFields.map((field) => ({ value: field, label: t(`fields.${field}`) }))}
        onValue={(value) => onChange({ ...rule, field: ruleFields.find((one) => one === value) ?? 'title' })}
      />
      <Field
        label={t('rulePattern')}
        value={rule.pattern}
        maxLength={200}
        required
        onChange={(event) => onChange({ ...rule, pattern: event.target.value })}
      />
      <SelectField
        label={t('ruleAction')}
        value={rule.action}
        options={ruleActions.map((action) => ({ value: action, label: t(`actions.${action}`) }))}
        onValue={(value) => onChange({ ...rule, action: ruleActions.find((one) => one === value) ?? 'drop' })}
      />
      {needsValue ? (
        <Field
          label={t('ruleValue')}
          value={rule.value}
          maxLength={100}
          required
          onChange={(event) => onChange({ ...rule, value: event.target.value })}
        />
      ) : (
        <span className="max-lg:hidden" />
      )}
      <div className="flex gap-3">
        {onMoveUp && (
          <Button aria-label={t('moveUp', { number })} onClick={onMoveUp}>
            {t('up')}
          </Button>
        )}
        <Button aria-label={t('removeRule', { number })} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </li>
  );
}
