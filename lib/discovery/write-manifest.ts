/**
 * The web app manifest. `display: browser`: a page to put on a home screen for whoever wants to, and no reason for a
 * browser to ask. Colours are those of the light theme (app/globals.css).
 */
export function writeManifest(
  site: { siteTitle: string; defaultLocale: string },
  description: string,
): string {
  return JSON.stringify({
    id: '/',
    name: site.siteTitle,
    short_name: site.siteTitle,
    description,
    lang: site.defaultLocale,
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'browser',
    background_color: '#fcfbf9',
    theme_color: '#fcfbf9',
    categories: ['news', 'finance'],
    icons: [
      { src: '/favicon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any' },
      { src: '/favicon.ico', type: 'image/x-icon', sizes: '32x32' },
    ],
  });
}
