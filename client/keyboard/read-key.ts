/** What a key asks for; the page decides what it means there. */
export type KeyAction =
  | 'next'
  | 'previous'
  | 'open'
  | 'right'
  | 'left'
  | 'search'
  | 'help'
  | 'save'
  | 'goHome'
  | 'goCategories'
  | 'goSaved'
  | 'goArchive';

export interface KeyPress {
  key: string;
  /** Ctrl, Alt or Meta: those belong to the browser and to assistive technology. */
  hasModifier: boolean;
  /** In a field, in a dialog, or while an input method composes. */
  isTyping: boolean;
  /** Milliseconds of a clock. */
  at: number;
}

/** When `g` was pressed, if the next key may belong to it. */
export type KeyState = number | undefined;

const sequenceMs = 1500;

const single = new Map<string, KeyAction>([
  ['j', 'next'],
  ['k', 'previous'],
  ['o', 'open'],
  ['ArrowRight', 'right'],
  ['ArrowLeft', 'left'],
  ['/', 'search'],
  ['?', 'help'],
  ['s', 'save'],
]);

const afterG = new Map<string, KeyAction>([
  ['h', 'goHome'],
  ['c', 'goCategories'],
  ['s', 'goSaved'],
  ['a', 'goArchive'],
]);

/** One step of the keys: the state after a press, and what it asks for, if anything. */
export function readKey(
  state: KeyState,
  press: KeyPress,
): { state: KeyState; action: KeyAction | undefined } {
  if (press.isTyping || press.hasModifier) return { state: undefined, action: undefined };
  // Its own key must not end a sequence: Shift of `?`, for one.
  if (press.key === 'Shift') return { state, action: undefined };
  const isSecond = state !== undefined && press.at - state <= sequenceMs;
  if (isSecond) return { state: undefined, action: afterG.get(press.key) };
  if (press.key === 'g') return { state: press.at, action: undefined };
  return { state: undefined, action: single.get(press.key) };
}
