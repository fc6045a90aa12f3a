import { createServer } from 'node:net';
import { StartupError } from './startup-error.js';

/** The wanted port, else the remembered one while it is free, else any free one. Throws `StartupError`. */
export async function choosePort(wanted: number | undefined, remembered: number | undefined): Promise<number> {
  if (wanted !== undefined) {
    if (await isFree(wanted)) return wanted;
    throw new StartupError(`Port ${wanted}, meant for the database, is already in use.`);
  }
  if (remembered !== undefined && (await isFree(remembered))) return remembered;
  const any = await listenOnce(0);
  if (any === null) throw new StartupError('No free port was found on 127.0.0.1 for the database.');
  return any;
}

export async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== null;
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
