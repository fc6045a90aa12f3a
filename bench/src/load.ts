import { Client } from 'undici';
import type { Engine } from './engines/engine.js';
import type { Secretary } from './queries/query.js';

/** One request, ready to be sent. */
export interface Prepared {
  path: string;
  token: string;
  body: string;
}

/** What the document and its variables are to an engine. */
export function prepare(engine: Engine, secretary: Secretary, document: string, variables: Record<string, unknown>): Prepared {
  return { path: engine.pathFor(secretary), token: secretary.token, body: JSON.stringify({ query: document, variables }) };
}

/** Connections to one engine that stay open; each carries one request after the other. */
export class Load {
  private readonly clients: Client[];

  constructor(engine: Engine, concurrency: number) {
    this.clients = Array.from({ length: concurrency }, () => new Client(`http://127.0.0.1:${engine.port}`, { pipelining: 1 }));
  }

  /** Sends one request. @throws Error unless it is answered with 200 and without errors. */
  ask(prepared: Prepared): Promise<string> {
    return ask(this.client(0), prepared);
  }

  /** Sends requests over every connection for so long; gives the milliseconds that each took. @throws like {@link ask}. */
  async run(seconds: number, next: () => Prepared): Promise<number[]> {
    const end = performance.now() + seconds * 1000;
    const took: number[] = [];
    await Promise.all(
      this.clients.map(async (client) => {
        for (let since = performance.now(); since < end; ) {
          await ask(client, next());
          const now = performance.now();
          took.push(now - since);
          since = now;
        }
      }),
    );
    return took;
  }

  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.close()));
  }

  private client(at: number): Client {
    const client = this.clients[at];
    if (!client) throw new Error('There are no connections.');
    return client;
  }
}

async function ask(client: Client, { path, token, body }: Prepared): Promise<string> {
  const { statusCode, body: answer } = await client.request({ method: 'POST', path, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' }, body });
  const text = await answer.text();
  const isRefused = text.includes('"refusals":[') && !text.includes('"refusals":[]');
  if (statusCode !== 200 || text.includes('"errors":') || isRefused) throw new Error(`${path} answered ${statusCode} to ${body}: ${text.slice(0, 2000)}`);
  return text;
}
