import { type CronDefinition, keepSums, type Transaction } from '@weixiang/kernel';

const ask = (tx: Transaction): void => tx.enqueue({ name: keepSums.name, payload: {}, key: keepSums.name });

/** After an update, and when the tenant's settings changed, sums are made again; until then figures are counted. The rest of what was written is added up with it. */
export const lookAtSums: CronDefinition = {
  name: 'reports.lookAtSums',
  everyMinutes: 60,
  atStart: true,
  run: async (tx) => ask(tx),
};

/** Rows that a report adds up by itself in a millisecond. To add up one row in a job takes nearly as long as hundreds. */
const fewWritten = 500;

/** Much that was written since the last time is added up, so that a report does not have to. */
export const addUpWritten: CronDefinition = {
  name: 'reports.addUpWritten',
  everyMinutes: 1,
  when: `(select count(*) from (select from fact_delta where tenant_id = $1 limit ${fewWritten}) written) = ${fewWritten}`,
  run: async (tx) => ask(tx),
};
