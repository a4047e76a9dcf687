import { readStored, writeStored } from '../storage';

/** What a reader may set, with the values besides the default, which is kept as nothing at all. */
const choices = {
  theme: ['light', 'dark'],
  text: ['small', 'large', 'larger', 'largest'],
  width: ['narrow', 'wide'],
  keys: ['off'],
  swipe: ['off'],
  offline: ['off'],
} as const;

export type SettingName = keyof typeof choices;

export const settingNames = ['theme', 'text', 'width', 'keys', 'swipe', 'offline'] as const;

/** A value of a setting from outside: one that we know, else undefined, which is the default. */
export function parseSetting(name: SettingName, value: string | undefined): string | undefined {
  return choices[name].find((choice) => choice === value);
}

/** What the reader chose on this device. */
export function readSetting(name: SettingName): string | undefined {
  return parseSetting(name, readStored(`finews-${name}`));
}

/** Remembers a choice and applies it to this page. */
export function saveSetting(name: SettingName, value: string | undefined): void {
  writeStored(`finews-${name}`, parseSetting(name, value));
  applySetting(name, parseSetting(name, value));
}

/** Puts every kept choice on `<html>`, where the style sheet and the scripts look for it. */
export function applySettings(): void {
  for (const name of settingNames) applySetting(name, readSetting(name));
}

/** Whether the reader left a habit of the page on. */
export function isOn(name: 'keys' | 'swipe' | 'offline'): boolean {
  return document.documentElement.dataset[name] !== 'off';
}

function applySetting(name: SettingName, value: string | undefined): void {
  const { dataset } = document.documentElement;
  if (value === undefined) Reflect.deleteProperty(dataset, name);
  else dataset[name] = value;
}
