import { createServer } from 'node:net';

/** Whether nothing listens on a port of 127.0.0.1. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await tryToListen(port)) !== null;
}

/** A port of 127.0.0.1 on which nothing listens at this moment. */
export async function findFreePort(): Promise<number> {
  const port = await tryToListen(0);
  if (port === null) throw new Error('no free port on 127.0.0.1');
  return port;
}

function tryToListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(null);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : null;
      server.close(() => {
        resolve(bound);
      });
    });
  });
}
