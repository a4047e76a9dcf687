import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { longestQuery } from '@/lib/search/parse-search-query';

interface SearchBoxProps {
  label: string;
  placeholder: string;
  value?: string;
  describedBy?: string;
  className: string;
}

/**
 * The input of a search with the list that client/search-suggestions.ts fills; without script it is an ordinary input.
 * Longer texts are let through a little: the page then says what is too much.
 */
export function SearchBox({ label, placeholder, value, describedBy, className }: SearchBoxProps) {
  const t = useTranslations('search');
  const id = useId();
  return (
    <div className="relative min-w-0 flex-1" data-search-box>
      <input
        type="search"
        name="q"
        defaultValue={value}
        maxLength={longestQuery * 2}
        aria-label={label}
        aria-describedby={describedBy}
        aria-controls={id}
        placeholder={placeholder}
        autoComplete="off"
        enterKeyHint="search"
        className={className}
      />
      <ul
        id={id}
        role="listbox"
        aria-label={t('suggestions')}
        hidden
        data-stock={t('kindStock')}
        data-category={t('kindCategory')}
        data-story={t('kindStory')}
        className="search-suggestions"
      />
      <p className="sr-only" role="status" data-counted={t('suggestionCount', { count: '{count}' })} />
    </div>
  );
}
