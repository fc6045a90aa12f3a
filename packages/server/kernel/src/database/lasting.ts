import { onePlan } from './prepared.js';

/** Who never hears of it when a network forgets a silent connection asks after a minute of silence whether the other end is there. */
export const heardOf = { keepAlive: true, keepAliveInitialDelayMillis: 60_000 } as const;

/**
 * Options of a pool whose connections stay open, since what one has prepared goes with it: a district that is quiet for a moment
 * must not begin from nothing. Timeouts are the server's: node-postgres' own would destroy a pipelined connection and leave the
 * backend at work.
 */
export const lasting = { ...heardOf, idleTimeoutMillis: 0, pipeline: true, options: onePlan } as const;
