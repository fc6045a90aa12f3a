import { type CronDefinition, keepSums, sumsAreWorthIt, type Transaction } from '@weixiang/kernel';

const ask = (tx: Transaction): void => tx.enqueue({ name: keepSums.name, payload: {}, key: keepSums.name });

/** After an update sums are made again; until then figures are counted. What little was written is added up with them. */
export const lookAtSums: CronDefinition = {
  name: 'reports.lookAtSums',
  everyMinutes: 60,
  atStart: true,
  run: async (tx) => ask(tx),
};

/** Much that was written since the last time is added up, so that a report does not have to; and sums are made again when settings changed. */
export const addUpWritten: CronDefinition = {
  name: 'reports.addUpWritten',
  everyMinutes: 1,
  when: sumsAreWorthIt,
  run: async (tx) => ask(tx),
};
