import { randomBytes } from 'node:crypto';
import { OrgUnit } from '@weixiang/core';
import { refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { Course } from '../courses/course.entity.js';
import { Enrolment, EnrolmentState } from '../enrolments/enrolment.entity.js';
import { attendedSql } from '../enrolments/enrolment.sql.js';
import { Term, TermState } from '../terms/term.entity.js';
import { Certificate } from './certificate.entity.js';
import type { IssueCertificatesInput, RevokeCertificateInput } from './certificate.resolver.js';

/** Issues a certificate to everybody who completed the term, came to it, and has none yet. */
export async function issueCertificates(tx: Transaction, input: IssueCertificatesInput): Promise<{ term: Term; issued: number }> {
  const term = await tx.load(Term, input.term, 'issueCertificates', { field: 'term' });
  if (term.state !== TermState.FINISHED) throw refuse('TERM_NOT_FINISHED', 'term');
  const course = await tx.peek(Course, term.course.id);
  const unit = await tx.em.findOne(OrgUnit, { id: term.orgUnit.id });
  const has = new Set((await tx.em.find(Certificate, { term })).map(({ enrolment }) => enrolment.id));
  const attended = await attendedOf(tx, term);
  const due = (await tx.em.find(Enrolment, { term, state: EnrolmentState.COMPLETED, isLocked: false }, { orderBy: { createdAt: 'asc', id: 'asc' } })).filter(
    ({ id }) => !has.has(id) && (attended.get(id)?.lessons ?? 0) > 0,
  );
  if (due.length === 0) throw refuse('NOBODY_TO_CERTIFY', 'term');
  const issuedOn = dateIn(tx.now, tx.tenant.timeZone);
  const year = issuedOn.slice(0, 4);
  const first = await tx.nextNumber(`education.certificate.${year}`, due.length);
  for (const [at, enrolment] of due.entries()) {
    const certificate = tx.create(Certificate, {
      enrolment,
      term,
      guardian: enrolment.guardian,
      teacher: enrolment.teacher,
      orgUnit: term.orgUnit,
      orgPath: term.orgPath,
      number: `${year}-${String(first + at).padStart(4, '0')}`,
      code: randomBytes(16).toString('base64url'),
      learnerName: enrolment.learnerName,
      courseName: course?.name ?? '',
      termName: term.name,
      lessons: attended.get(enrolment.id)?.lessons ?? 0,
      hours: attended.get(enrolment.id)?.hours ?? 0,
      issuer: unit?.name ?? '',
      issuedOn,
    });
    tx.announce('certificate.issued', certificate, { term: term.id });
  }
  return { term, issued: due.length };
}

/** Revokes a certificate; its code says so from then on. */
export async function revokeCertificate(tx: Transaction, input: RevokeCertificateInput): Promise<Certificate> {
  const certificate = await tx.load(Certificate, input.id, 'revoke', input);
  if (certificate.revokedAt) throw refuse('CERTIFICATE_REVOKED', 'id');
  certificate.revokedAt = tx.now;
  certificate.reason = requiredWords(input.reason, 'reason', 200);
  tx.announce('certificate.revoked', certificate, { reason: certificate.reason });
  return certificate;
}

async function attendedOf(tx: Transaction, { id }: Term): Promise<Map<string, { lessons: number; hours: number }>> {
  const rows = await tx.em.execute<{ id: string; lessons: number; hours: number }[]>(
    `select enrolment.id, ${attendedSql('enrolment', 'lessons')} as lessons, ${attendedSql('enrolment', 'hours')} as hours from enrolment where enrolment.tenant_id = ? and enrolment.term_id = ?`,
    [tx.tenant.id, id],
  );
  return new Map(rows.map(({ id: enrolment, lessons, hours }) => [enrolment, { lessons: Number(lessons), hours: Number(hours) }]));
}
