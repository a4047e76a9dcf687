import { format } from 'node:util';
import { afterEach, beforeEach, expect } from 'vitest';

// What a test prints is either expected (then it spies on the console) or a defect.

const methods = ['debug', 'info', 'log', 'warn', 'error', 'trace'] as const;
let printed: string[] = [];

for (const method of methods) {
  const original = console[method].bind(console);
  console[method] = (...values: unknown[]) => {
    printed.push(`console.${method}: ${format(...values)}`);
    original(...values);
  };
}

beforeEach(() => {
  printed = [];
});

afterEach(() => {
  expect(printed).toEqual([]);
});
