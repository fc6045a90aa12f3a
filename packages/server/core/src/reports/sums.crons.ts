import { type CronDefinition, keepSums, type Transaction } from '@weixiang/kernel';

const ask = (tx: Transaction): void => tx.enqueue({ name: keepSums.name, payload: {}, key: keepSums.name });

/** After an update sums are made again; until then figures are counted. What little was written is added up with them. */
export const lookAtSums: CronDefinition = {
  name: 'reports.lookAtSums',
  everyMinutes: 60,
  atStart: true,
  run: async (tx) => ask(tx),
};

/** Rows that a report adds up by itself in a millisecond. To add up one row in a job takes nearly as long as hundreds. */
const fewWritten = 500;

const muchIsWritten = `(select count(*) from (select from fact_delta where tenant_id = $1 limit ${fewWritten}) written) = ${fewWritten}`;
/** The version of the tenant, with its settings, stands behind the definition. */
const settingsChanged = `exists (select from fact_state state join tenant on tenant.id = state.tenant_id where state.tenant_id = $1 and state.edition not like '%.' || tenant.version)`;

/** Much that was written since the last time is added up, so that a report does not have to; and sums are made again when settings changed. */
export const addUpWritten: CronDefinition = {
  name: 'reports.addUpWritten',
  everyMinutes: 1,
  when: `${muchIsWritten} or ${settingsChanged}`,
  run: async (tx) => ask(tx),
};
