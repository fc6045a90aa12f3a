import { optionalWords, refuse, requiredWords, stepTo, type Transaction } from '@weixiang/kernel';
import { dateIn, parsePhone } from '@weixiang/shared';
import { Partner, PartnerState } from './partner.entity.js';
import type { AdmitPartnerInput, EditPartnerInput, StepPartnerInput } from './partner.inputs.js';
import { creditCodeOf, kindOf } from './partner.rules.js';
import { partnerLife } from './partner.workflow.js';

const limits = { name: 100, kind: 50, category: 50, direction: 100, contactName: 50, words: 1000 } as const;

/** Admits an organisation; one code is one partner in the tenant. */
export async function admitPartner(tx: Transaction, input: AdmitPartnerInput): Promise<Partner> {
  tx.require('admit', 'Partner');
  const name = requiredWords(input.name, 'name', limits.name);
  const creditCode = creditCodeOf(input.creditCode);
  await refuseTakenCode(tx, creditCode);
  const partner = tx.create(Partner, {
    name,
    creditCode,
    kind: kindOf(optionalWords(input.kind, 'kind', limits.kind)),
    category: optionalWords(input.category, 'category', limits.category),
    direction: optionalWords(input.direction, 'direction', limits.direction),
    contactName: optionalWords(input.contactName, 'contactName', limits.contactName),
    contactPhone: phoneOf(input.contactPhone),
    admittedOn: dateIn(tx.now, tx.tenant.timeZone),
  });
  tx.announce('partner.admitted', partner);
  return partner;
}

/** Changes what is known of a partner. */
export async function editPartner(tx: Transaction, input: EditPartnerInput): Promise<Partner> {
  const partner = await tx.load(Partner, input.id, 'edit', input);
  if (input.creditCode !== undefined) {
    const code = creditCodeOf(input.creditCode);
    if (code !== partner.creditCode) await refuseTakenCode(tx, code);
    partner.creditCode = code;
  }
  if (input.name != null) partner.name = requiredWords(input.name, 'name', limits.name);
  if (input.kind !== undefined) partner.kind = kindOf(optionalWords(input.kind, 'kind', limits.kind));
  if (input.contactPhone !== undefined) partner.contactPhone = phoneOf(input.contactPhone);
  for (const field of ['category', 'direction', 'contactName'] as const) {
    if (input[field] !== undefined) partner[field] = optionalWords(input[field], field, limits[field]);
  }
  return partner;
}

/** Removes a partner or admits it again. */
export async function stepPartner(tx: Transaction, input: StepPartnerInput): Promise<Partner> {
  const partner = await tx.load(Partner, input.id, 'step', input);
  return leadPartner(tx, partner, input.step, optionalWords(input.words, 'words', limits.words));
}

/** Takes a step of a partner's life that the actor was found to be entitled to. */
export function leadPartner(tx: Transaction, partner: Partner, step: string, words: string | null): Partner {
  // A partner stands in no subtree: the ability has decided, the workflow asks about the state and the words.
  partner.state = asState(stepTo(tx, partnerLife, step, { state: partner.state, path: '', own: ['partner.admit'] }, { words }));
  const today = dateIn(tx.now, tx.tenant.timeZone);
  partner.removedOn = partner.state === PartnerState.REMOVED ? today : null;
  tx.announce(`partner.${step}`, partner, { words });
  return partner;
}

async function refuseTakenCode(tx: Transaction, creditCode: string | null): Promise<void> {
  if (creditCode !== null && (await tx.em.count(Partner, { creditCode })) > 0) throw refuse('CREDIT_CODE_TAKEN', 'creditCode');
}

function phoneOf(words: string | null | undefined): string | null {
  if (!words?.trim()) return null;
  const phone = parsePhone(words);
  if (phone === null) throw refuse('PHONE_INVALID', 'contactPhone');
  return phone;
}

function asState(state: string): PartnerState {
  return state === PartnerState.REMOVED ? PartnerState.REMOVED : PartnerState.ADMITTED;
}
