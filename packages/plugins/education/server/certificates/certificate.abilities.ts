import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/** A certificate is for whom it is about, and for who runs the course; everybody else asks by the code on it. */
export const certificateAbilities: DefineAbilities = (actor, { can }) => {
  can(['read', 'download'], 'Certificate', { orgPath: within(reach(actor, 'enrolment.read')) });
  can('reveal', 'Certificate', { orgPath: within(reach(actor, 'enrolment.reveal')), isLocked: false });
  const mayIssue = { orgPath: within(reach(actor, 'course.open')) };
  can('issueCertificates', 'Term', mayIssue);
  can('revoke', 'Certificate', mayIssue);
  if (actor.personId !== null) can(['read', 'download'], 'Certificate', { guardian: actor.personId });
};
