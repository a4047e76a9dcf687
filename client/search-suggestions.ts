import { isSuggestionList, type Suggestion } from './suggestion';

const waitMs = 180;
const kinds = ['stock', 'category', 'story'] as const;

/** Suggestions under every search box, as a combobox with a list (WAI-ARIA 1.2). The form works without. */
export function startSearchSuggestions(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-search-box]')) {
    const input = box.querySelector('input');
    const list = box.querySelector<HTMLElement>('[role=listbox]');
    const status = box.querySelector<HTMLElement>('[role=status]');
    if (!input?.form || !list || !status) continue;
    watch(input, list, status);
    // Somebody was faster than this script.
    const isTyping = input === document.activeElement && input.value !== input.defaultValue;
    if (isTyping) input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function watch(input: HTMLInputElement, list: HTMLElement, status: HTMLElement): void {
  let timer = 0;
  let asked: AbortController | undefined;
  /** The option that the arrow keys are at; -1 is the text itself. */
  let current = -1;
  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  close();

  function close(): void {
    window.clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    list.replaceChildren();
    status.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  }

  function mark(at: number): void {
    current = at;
    for (const [index, option] of options().entries()) {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) option.scrollIntoView({ block: 'nearest' });
    }
    const id = options()[at]?.id;
    if (id === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', id);
  }

  function show(suggestions: Suggestion[]): void {
    if (suggestions.length === 0) return close();
    list.replaceChildren(...suggestions.map((one, at) => buildOption(one, list, at)));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    status.textContent = (status.dataset['counted'] ?? '').replace('{count}', String(suggestions.length));
    mark(-1);
  }

  async function ask(): Promise<void> {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    const typed = input.value.trim();
    const query = new URLSearchParams({ q: typed, in: document.documentElement.lang });
    try {
      const response = await fetch(`/search/suggest.json?${query.toString()}`, { signal });
      const found: unknown = response.ok ? await response.json() : [];
      if (!signal.aborted && typed === input.value.trim()) show(isSuggestionList(found) ? found : []);
    } catch {
      // Typed on, or offline: the form itself still works.
    }
  }

  input.addEventListener('input', () => {
    window.clearTimeout(timer);
    if (input.value.trim() === '') close();
    else timer = window.setTimeout(() => void ask(), waitMs);
  });
  input.addEventListener('keydown', (event) => {
    // Enter and arrows belong to the input method while it composes.
    if (event.isComposing || list.hidden) return;
    const count = options().length;
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current === -1 ? count - 1 : current - 1,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      mark(next >= count ? -1 : next);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter') {
      const chosen = options()[current];
      if (!chosen) return;
      event.preventDefault();
      open(chosen);
    }
  });
  // Before the input loses the focus, which closes the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
    if (option) open(option);
  });
  input.addEventListener('blur', close);

  function open(option: HTMLElement): void {
    // The form's own address says in which language we are.
    const home = new URL(input.form?.action ?? '/search', location.href).pathname.replace(/\/search$/, '');
    location.assign(home + (option.dataset['path'] ?? '/'));
  }
}

function buildOption({ kind, text, note, path }: Suggestion, list: HTMLElement, at: number): HTMLElement {
  const option = document.createElement('li');
  option.id = `${list.id}-${at}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.dataset['path'] = path;
  const label = kinds.includes(kind) ? list.dataset[kind] : undefined;
  for (const [name, content] of Object.entries({ kind: label, text, note })) {
    if (content === undefined) continue;
    const part = document.createElement('span');
    part.className = `suggestion-${name}`;
    part.textContent = content;
    option.append(part, ' ');
  }
  return option;
}
