import type { JobDefinition } from '@weixiang/kernel';
import { checkHandOver, checkHandOverJobName, escalatePickUp, escalatePickUpJobName } from './pick-up-alert.service.js';

/** Looks after a lesson whether every child was handed over. */
export const checkHandOverJob: JobDefinition = {
  name: checkHandOverJobName,
  async run(tx, { lesson }) {
    await checkHandOver(tx, String(lesson));
  },
};

/** Takes an alert up to the supervisor. */
export const escalatePickUpJob: JobDefinition = {
  name: escalatePickUpJobName,
  async run(tx, { alert }) {
    await escalatePickUp(tx, String(alert));
  },
};
