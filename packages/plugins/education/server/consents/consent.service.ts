import type { Person } from '@weixiang/core';
import { refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { isOver, takeEnrolmentStep } from '../enrolments/enrolment.case.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { Consent } from './consent.entity.js';
import type { ConsentInput, GiveConsentInput, WithdrawConsentInput } from './consent.inputs.js';

/** Records a guardian's consent to an enrolment that still waits for it. */
export async function giveConsent(tx: Transaction, input: GiveConsentInput): Promise<Enrolment> {
  const enrolment = await tx.load(Enrolment, input.id, 'giveConsent', input);
  if (!enrolment.isMinor) throw refuse('CONSENT_NOT_NEEDED');
  if (isOver(tx.features, enrolment)) throw refuse('ENROLMENT_OVER', 'id');
  if (!enrolment.isLocked) throw refuse('CONSENT_GIVEN_ALREADY');
  recordConsent(tx, enrolment, enrolment.guardian, input, '');
  return enrolment;
}

/** Takes a consent back: nobody but the guardian sees the learner's data from now on, and there is no enrolment without it. */
export async function withdrawConsent(tx: Transaction, input: WithdrawConsentInput): Promise<Enrolment> {
  const enrolment = await tx.load(Enrolment, input.id, 'withdrawConsent', input);
  const consent = enrolment.consent && (await tx.peek(Consent, enrolment.consent.id));
  if (!consent || consent.withdrawnAt) throw refuse('CONSENT_NOT_GIVEN');
  consent.withdrawnAt = tx.now;
  enrolment.isLocked = true;
  if (!isOver(tx.features, enrolment)) takeEnrolmentStep(tx, enrolment, 'withdraw');
  tx.announce('consent.withdrawn', enrolment);
  return enrolment;
}

/**
 * The enrolment must be there already: the two point at each other.
 * @param at where the consent stands in the input, for refusals that blame a field: `consent.`
 */
export function recordConsent(tx: Transaction, enrolment: Enrolment, guardian: Person, { purpose, words }: Pick<ConsentInput, 'purpose' | 'words'>, at: string): void {
  enrolment.consent = tx.create(Consent, {
    orgUnit: enrolment.orgUnit,
    orgPath: enrolment.orgPath,
    enrolment,
    guardian,
    purpose: requiredWords(purpose, `${at}purpose`, 500),
    words: requiredWords(words, `${at}words`, 2_000),
    givenAt: tx.now,
  });
  enrolment.isLocked = false;
  tx.announce('consent.given', enrolment);
}
