import { type CronDefinition, keepSums, type Transaction } from '@weixiang/kernel';

const ask = (tx: Transaction): void => tx.enqueue({ name: keepSums.name, payload: {}, key: keepSums.name });

/** After an update, and when the tenant's settings changed, sums are made again; until then figures are counted. */
export const lookAtSums: CronDefinition = {
  name: 'reports.lookAtSums',
  everyMinutes: 60,
  atStart: true,
  run: async (tx) => ask(tx),
};

/** What was written since the last time is added up, so that a report does not have to. */
export const addUpWritten: CronDefinition = {
  name: 'reports.addUpWritten',
  everyMinutes: 1,
  when: 'exists (select from fact_delta where tenant_id = $1)',
  run: async (tx) => ask(tx),
};
