import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Logger } from '../log.js';
import type { Visit } from './visit.js';

/** Carries the protocol over one socket, and lets go of a client that does not answer pings any more. */
export function serveSocket(client: WebSocket, protocol: Server<Visit>, visit: Visit, pingEveryMs: number, log: Logger): void {
  let isAlive = true;
  client.on('pong', () => (isAlive = true));
  const ping = setInterval(() => {
    if (!isAlive) return client.terminate();
    isAlive = false;
    client.ping();
  }, pingEveryMs);

  const broke = (error: unknown): void => {
    log.error({ err: error, requestId: visit.requestId }, 'a live connection failed');
    client.close(CloseCode.InternalServerError, 'Internal server error');
  };
  client.on('error', (error) => log.debug({ err: error }, 'a live connection broke'));
  const closed = protocol.opened(
    {
      protocol: client.protocol,
      // Waits until the socket took it, so that a slow client is waited for and not buffered for.
      send: (data) =>
        new Promise((resolve, reject) => {
          if (client.readyState !== client.OPEN) return resolve();
          client.send(data, (error) => (error && client.readyState === client.OPEN ? reject(error) : resolve()));
        }),
      close: (code, reason) => client.close(code, reason),
      onMessage: (tell) => void client.on('message', (data) => void tell(String(data)).catch(broke)),
    },
    visit,
  );
  client.once('close', (code, reason) => {
    clearInterval(ping);
    void closed(code, String(reason)).catch(broke);
  });
}
