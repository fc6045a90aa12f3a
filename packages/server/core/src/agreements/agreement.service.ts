import { optionalWords, refuse, type Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { Partner, PartnerState } from '../partners/partner.entity.js';
import { Project } from '../projects/project.entity.js';
import { Agreement } from './agreement.entity.js';
import type { RecordAgreementInput } from './agreement.inputs.js';

/** Records what was signed; a project without a partner gets the one that signed. */
export async function recordAgreement(tx: Transaction, input: RecordAgreementInput): Promise<Agreement> {
  const project = await tx.load(Project, input.project, 'agree', { field: 'project' });
  const partner = (await tx.referOptional(Partner, input.partner, 'partner')) ?? (project.partner && (await tx.peek(Partner, project.partner.id)));
  if (!partner) throw refuse('AGREEMENT_NEEDS_PARTNER', 'partner');
  if (partner.state !== PartnerState.ADMITTED) throw refuse('PARTNER_REMOVED', 'partner');
  if (input.signedOn > dateIn(tx.now, tx.tenant.timeZone)) throw refuse('DATE_IN_FUTURE', 'signedOn');
  const agreement = tx.create(Agreement, {
    project,
    orgUnit: project.orgUnit,
    orgPath: project.orgPath,
    partner,
    signedOn: input.signedOn,
    content: optionalWords(input.content, 'content', 1000),
    frequency: optionalWords(input.frequency, 'frequency', 100),
    people: optionalWords(input.people, 'people', 100),
    venue: optionalWords(input.venue, 'venue', 200),
    standard: optionalWords(input.standard, 'standard', 1000),
  });
  project.partner ??= partner;
  tx.announce('agreement.recorded', agreement);
  return agreement;
}
