import { defineConfig } from 'prisma/config';

/** Prisma's own commands (`prisma migrate deploy`, `prisma studio`) read this; the portal itself does not. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
