import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyPluginAsync } from 'fastify';
import { handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { AddressOf } from '../http/client-address.js';
import { refuseForeignUpgrade } from '../http/origin.js';
import type { Kernel } from '../kernel.js';
import { hostName, pathAtDomain } from '../platform/domain.rules.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import type { Live } from './live.js';
import { Visit } from './visit.js';
import { protocolOf } from './protocol.js';
import { serveSocket } from './socket.js';

const path = /^\/t\/([^/?]+)\/graphql(?:\?|$)/;
/** Clients that do not answer the farewell within this time are cut off. */
const farewellMs = 1_000;
/** Larger messages than a document with its variables end the connection. */
const maxPayload = 100_000;

/** `graphql-ws` on `/t/:tenant/graphql`: what is refused is refused as HTTP, before there is a socket. */
export function liveUpgrades(kernel: Kernel, live: Live, addressOf: AddressOf): FastifyPluginAsync {
  return async (server) => {
    const sockets = new WebSocketServer({ noServer: true, maxPayload, handleProtocols });
    const protocol = makeServer(protocolOf(live));
    let isClosing = false;

    const admit = async (request: IncomingMessage): Promise<Tenant | number> => {
      const { url = '/', headers: { host } } = request;
      const own = kernel.tenants.slugAt(hostName(host));
      const slug = path.exec(own === null ? url : pathAtDomain(url, own))?.[1];
      const tenant = slug === undefined ? null : await kernel.tenants.bySlug(slug);
      if (!tenant) return 404;
      if (refuseForeignUpgrade(request)) return 403;
      return isClosing ? 503 : tenant;
    };

    const answer = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
      const admitted = await admit(request);
      const address = addressOf(request);
      const place = typeof admitted === 'number' ? null : live.connections.take(admitted.id, { address });
      if (typeof admitted === 'number' || !place) return refuse(socket, typeof admitted === 'number' ? admitted : 503);
      socket.once('close', place.release);
      if (socket.destroyed) return place.release();
      const visit = new Visit(kernel, admitted, request, server.parseCookie(request.headers.cookie ?? ''), address, place);
      sockets.handleUpgrade(request, socket, head, (client) => serveSocket(client, protocol, visit, live.limits.pingEveryMs, kernel.log));
    };

    server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', (error) => kernel.log.debug({ err: error }, 'a connection broke'));
      answer(request, socket, head).catch((error: unknown) => {
        kernel.log.error({ err: error }, 'an upgrade failed');
        refuse(socket, 500);
      });
    });

    // An open socket would hold the server's own close up for ever.
    server.addHook('preClose', async () => {
      isClosing = true;
      for (const client of sockets.clients) client.close(1001, 'Going away');
      const cut = setTimeout(() => {
        for (const client of sockets.clients) client.terminate();
      }, farewellMs);
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
      clearTimeout(cut);
    });
  };
}

function refuse(socket: Duplex, status: number): void {
  const retry = status === 503 ? 'Retry-After: 30\r\n' : '';
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n${retry}Content-Length: 0\r\n\r\n`);
}
