import type { JobDefinition } from '@weixiang/kernel';
import { lapseOffer, lapseOfferJobName } from './offer.service.js';

/** Lets an offered place go on when its time is over. */
export const lapseOfferJob: JobDefinition = {
  name: lapseOfferJobName,
  async run(tx, { enrolment }) {
    await lapseOffer(tx, String(enrolment));
  },
};
