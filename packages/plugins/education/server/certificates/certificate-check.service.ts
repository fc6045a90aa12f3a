import type { Transaction } from '@weixiang/kernel';
import { Certificate } from './certificate.entity.js';
import type { CertificateCheck } from './certificate.resolver.js';

/** What the code on a certificate says to whoever holds it. */
export async function checkCertificate(tx: Transaction, code: string): Promise<CertificateCheck | null> {
  if (!/^[\w-]{22}$/.test(code)) return null;
  const found = await tx.em.findOne(Certificate, { code });
  if (!found) return null;
  const { number, courseName, termName, hours, issuer, issuedOn, learnerName, isLocked, revokedAt } = found;
  const [initial = ''] = learnerName;
  return { number, courseName, termName, hours, issuer, issuedOn, learner: isLocked ? null : `${initial}**`, isValid: revokedAt === null };
}
