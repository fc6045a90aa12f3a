import type { CronDefinition, Kernel, OuterJob, Tenant, Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { closeRound, finaliseRound } from './round-closing.service.js';
import { openRounds } from './round-opening.service.js';

/** Asks for the work every few minutes, and when a process starts: it takes up what a dead one left. */
export const evaluationCron: CronDefinition = {
  name: 'evaluation.tick',
  everyMinutes: 5,
  atStart: true,
  run: async (tx) => tx.enqueue({ name: evaluationJob.name, payload: {}, key: evaluationJob.name }),
};

/** Opens, closes and makes final what is due. It may run twice at once and again after any failure: each round is one transaction under its own lock. */
export const evaluationJob: OuterJob = {
  name: 'evaluation.rounds',
  runOutside: (kernel, tenant, _payload, signal) => workThroughRounds(kernel, tenant, signal),
};

/**
 * Works through a tenant's rounds. One that fails does not hold up the others.
 * @throws AggregateError of what failed, when the rest is done; what is left is due again at the next run.
 */
export async function workThroughRounds(kernel: Kernel, tenant: Tenant, signal?: AbortSignal): Promise<void> {
  const failures: unknown[] = [];
  const write = <T>(run: (tx: Transaction) => Promise<T>): Promise<T> => {
    signal?.throwIfAborted();
    return kernel.asSystem(tenant, `job ${evaluationJob.name}`, run);
  };
  const each = async (ids: readonly string[], act: (tx: Transaction, id: string) => Promise<void>): Promise<void> => {
    for (const id of ids) {
      try {
        await write((tx) => act(tx, id));
      } catch (error) {
        if (signal?.aborted) throw error;
        failures.push(error);
      }
    }
  };
  await each(await write(dueToFinalise), finaliseRound);
  await each(await write(dueToClose), closeRound);
  // Until there is none: of two at once each gets a part of a batch, and who commits last sees what both left.
  while ((await write(openRounds)) > 0);
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} rounds could not be worked through.`);
}

function dueToClose(tx: Transaction): Promise<string[]> {
  return idsOf(tx, `state = 'OPEN' and closes_at <= ?`, tx.now);
}

function dueToFinalise(tx: Transaction): Promise<string[]> {
  const answered = `not exists (select from objection where objection.tenant_id = round.tenant_id and objection.round_id = round.id and objection.state = 'OPEN')`;
  return idsOf(tx, `state = 'PUBLISHED' and objections_until < ? and ${answered}`, dateIn(tx.now, tx.tenant.timeZone));
}

async function idsOf(tx: Transaction, condition: string, value: Date | string): Promise<string[]> {
  const rows = await tx.em.execute<{ id: string }[]>(`select id from evaluation_round round where tenant_id = ? and ${condition} order by id`, [tx.tenant.id, value]);
  return rows.map(({ id }) => id);
}
