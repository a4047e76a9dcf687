import { isOn } from '../settings/reading-settings';
import { removeCopies, tellWorker } from './keep-copy';

/**
 * Starts the worker that keeps stories for reading without network, once the page is done; removes it with all it kept
 * where the portal (`OFFLINE_READING=0`: the page names no worker) or the reader does not want it.
 */
export function startOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const begin = () => void applyOffline().catch(() => undefined);
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}

/** Follows the setting, at the start and when it changes. */
export async function applyOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { worker, pages = '' } = document.body.dataset;
  if (worker === undefined || !isOn('offline')) return withdraw();
  await navigator.serviceWorker.register(worker, { scope: '/' });
  await navigator.serviceWorker.ready;
  tellWorker({ kind: 'page', path: location.pathname, pages: pages.split(' '), assets: listAssets() });
}

async function withdraw(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  if (!registration) return;
  await registration.unregister();
  await removeCopies();
}

/** Copies are found by path: a kept page gets the scripts of its name, of whatever release. */
function listAssets(): string[] {
  const sheets = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[src]');
  const addresses = [...Array.from(sheets, ({ href }) => href), ...Array.from(scripts, ({ src }) => src)];
  const urls = addresses.map((address) => new URL(address));
  return urls.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
}
