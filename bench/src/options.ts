import { parseArgs } from 'node:util';
import { queries } from './queries/documents.js';
import type { EngineName, Query } from './queries/query.js';

/** What the command line asks for. */
export interface Options {
  queries: Query[];
  engines: EngineName[];
  /** Seconds of one slice, and how often the engines take turns. */
  seconds: number;
  rounds: number;
  concurrency: number;
  json: boolean;
  /** Whether our server writes down where its time goes. */
  profile: boolean;
}

const known: readonly EngineName[] = ['ours', 'postgraphile', 'floor'];

/** @throws Error that names what it does not know. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      engines: { type: 'string' },
      seconds: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '6' },
      concurrency: { type: 'string', default: '16' },
      json: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
    },
  });
  const only = values.only?.split(',') ?? queries.map(({ name }) => name);
  const engines = values.engines?.split(',') ?? known;
  const strange = [...only.filter((name) => !queries.some((query) => query.name === name)), ...engines.filter((name) => !known.some((engine) => engine === name))];
  if (strange.length > 0) throw new Error(`${strange.join(', ')}: there is no such query or engine.`);
  return {
    queries: queries.filter(({ name }) => only.includes(name)),
    engines: known.filter((engine) => engines.includes(engine)),
    seconds: Number(values.seconds),
    rounds: Number(values.rounds),
    concurrency: Number(values.concurrency),
    json: values.json,
    profile: values.profile,
  };
}
