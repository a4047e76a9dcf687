import { describe, expect, it } from 'vitest';
import { type KeyPress, type KeyState, readKey } from './read-key';

/** What a row of presses asks for, one every 100 ms unless it says when. */
function type(...presses: (string | (Partial<KeyPress> & { key: string }))[]): (string | undefined)[] {
  let state: KeyState;
  return presses.map((press, index) => {
    const given = typeof press === 'string' ? { key: press } : press;
    const step = readKey(state, { hasModifier: false, isTyping: false, at: index * 100, ...given });
    state = step.state;
    return step.action;
  });
}

it('single keys', () => {
  expect(type('j', 'k', 'o', '/', '?', 's', 'ArrowRight', 'ArrowLeft')).toEqual([
    'next',
    'previous',
    'open',
    'search',
    'help',
    'save',
    'right',
    'left',
  ]);
  expect(type('J', 'x', 'Enter', 'Escape', 'Process', 'constructor')).toEqual(Array(6).fill(undefined));
});

describe('sequences', () => {
  it('lead to places', () => {
    expect(type('g', 'h')).toEqual([undefined, 'goHome']);
    expect(type('g', 'c')).toEqual([undefined, 'goCategories']);
    expect(type('g', 's')).toEqual([undefined, 'goSaved']);
    expect(type('g', 'a')).toEqual([undefined, 'goArchive']);
  });

  it('swallow a wrong second key, and only that one', () => {
    expect(type('g', 'j', 'j')).toEqual([undefined, undefined, 'next']);
    expect(type('g', 'g', 'h')).toEqual([undefined, undefined, undefined]);
  });

  it('are forgotten after a while', () => {
    expect(type('g', { key: 's', at: 5000 })).toEqual([undefined, 'save']);
  });

  it('survive the press of Shift, and end with typing', () => {
    expect(type('g', 'Shift', 'h')).toEqual([undefined, undefined, 'goHome']);
    expect(type('g', { key: 'h', isTyping: true }, 'h')).toEqual([undefined, undefined, undefined]);
  });
});

it('keys with a modifier and keys in a field are not ours', () => {
  expect(type({ key: 'j', hasModifier: true }, { key: '/', isTyping: true })).toEqual([undefined, undefined]);
});
