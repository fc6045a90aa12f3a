import type { Person } from '@weixiang/core';
import { refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { Attendance } from '../attendance/attendance.entity.js';
import { Certificate } from '../certificates/certificate.entity.js';
import { isOver } from '../enrolments/enrolment.case.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { giveBack, loadWithTerm } from '../enrolments/enrolment.service.js';
import { PickUpPerson } from '../pickups/pick-up-person.entity.js';
import { currentWording } from '../wordings/wording.service.js';
import { Consent } from './consent.entity.js';
import type { ConsentInput, GiveConsentInput, WithdrawConsentInput } from './consent.inputs.js';

/** Records a guardian's consent to an enrolment that waits for it, or whose wording was renewed. */
export async function giveConsent(tx: Transaction, input: GiveConsentInput): Promise<Enrolment> {
  const enrolment = await tx.load(Enrolment, input.id, 'giveConsent', input);
  if (!enrolment.isMinor) throw refuse('CONSENT_NOT_NEEDED');
  if (isOver(tx.features, enrolment)) throw refuse('ENROLMENT_OVER', 'id');
  if (!enrolment.isLocked && !(await isAskedAgain(tx, enrolment))) throw refuse('CONSENT_GIVEN_ALREADY');
  await recordConsent(tx, enrolment, enrolment.guardian, input, '');
  return enrolment;
}

/** Takes a consent back: nobody but the guardian sees the learner's data from now on, and there is no enrolment without it. */
export async function withdrawConsent(tx: Transaction, input: WithdrawConsentInput): Promise<Enrolment> {
  const { enrolment, term } = await loadWithTerm(tx, input, 'withdrawConsent');
  const consent = enrolment.consent && (await tx.peek(Consent, enrolment.consent.id));
  if (!consent || consent.withdrawnAt) throw refuse('CONSENT_NOT_GIVEN');
  consent.withdrawnAt = tx.now;
  enrolment.isLocked = true;
  await lockWithIt(tx, enrolment);
  if (!isOver(tx.features, enrolment)) await giveBack(tx, term, enrolment, null);
  tx.announce('consent.withdrawn', enrolment);
  return enrolment;
}

/**
 * The enrolment must be there already: the two point at each other.
 * @param at where the consent stands in the input, for refusals that blame a field: `consent.`
 */
export async function recordConsent(
  tx: Transaction,
  enrolment: Enrolment,
  guardian: Person,
  { purpose, words, wordingNumber }: Pick<ConsentInput, 'purpose' | 'words' | 'wordingNumber'>,
  at: string,
): Promise<void> {
  const current = await currentWording(tx);
  // A yes to words that were renewed while the page stood open is no yes to those that hold now.
  if (wordingNumber != null && wordingNumber !== current) throw refuse('CONSENT_WORDING_RENEWED', `${at}words`);
  enrolment.consent = tx.create(Consent, {
    orgUnit: enrolment.orgUnit,
    orgPath: enrolment.orgPath,
    enrolment,
    guardian,
    purpose: requiredWords(purpose, `${at}purpose`, 500),
    words: requiredWords(words, `${at}words`, 2_000),
    wordingNumber: current,
    givenAt: tx.now,
  });
  enrolment.isLocked = false;
  await lockWithIt(tx, enrolment);
  tx.announce('consent.given', enrolment);
}

/** What else is known of the child is open or locked with the enrolment. */
async function lockWithIt(tx: Transaction, enrolment: Enrolment): Promise<void> {
  await tx.em.nativeUpdate(PickUpPerson, { enrolment }, { isLocked: enrolment.isLocked });
  await tx.em.nativeUpdate(Attendance, { enrolment }, { isLocked: enrolment.isLocked });
  await tx.em.nativeUpdate(Certificate, { enrolment }, { isLocked: enrolment.isLocked });
}

async function isAskedAgain(tx: Transaction, enrolment: Enrolment): Promise<boolean> {
  const consent = enrolment.consent && (await tx.peek(Consent, enrolment.consent.id));
  return consent !== null && consent.wordingNumber < (await currentWording(tx));
}
