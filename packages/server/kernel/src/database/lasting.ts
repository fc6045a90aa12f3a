import { onePlan } from './prepared.js';

/** After a minute of silence TCP asks whether the other end is still there: a network on the way may have forgotten the connection. */
export const keptAlive = { keepAlive: true, keepAliveInitialDelayMillis: 60_000 } as const;

/**
 * Options of a pool whose connections stay open, since what one has prepared goes with it: a district that is quiet for a moment
 * must not begin from nothing. Timeouts are the server's: node-postgres' own would destroy a pipelined connection and leave the
 * backend at work.
 */
export const lasting = { ...keptAlive, idleTimeoutMillis: 0, pipeline: true, options: onePlan } as const;
