import { DateScalar, EditInput, MutationInput, payloadOf, type RequestContext, type Write, Writes } from '@weixiang/kernel';
import { Arg, Ctx, Field, Float, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Term } from '../terms/term.entity.js';
import { checkCertificate } from './certificate-check.service.js';
import { Certificate } from './certificate.entity.js';
import { issueCertificates, revokeCertificate } from './certificate.service.js';

@InputType({ description: 'A term whose certificates are issued.' })
export class IssueCertificatesInput extends MutationInput {
  @Field(() => ID, { description: 'The term; it must be finished.' })
  term!: string;
}

@InputType({ description: 'Which certificate is revoked, and why.' })
export class RevokeCertificateInput extends EditInput {
  @Field(() => String, { description: 'Why, at most 200 characters.' })
  reason!: string;
}

@ObjectType({ description: 'What the code on a certificate says to whoever asks: that it is genuine, and no more of the learner than the first character of the name.' })
export class CertificateCheck {
  @Field(() => String, { description: 'Number.' })
  number!: string;

  @Field(() => String, { nullable: true, description: 'First character of the learner’s name; null when the guardian took the consent back.' })
  learner!: string | null;

  @Field(() => String, { description: 'The course.' })
  courseName!: string;

  @Field(() => String, { description: 'The term.' })
  termName!: string;

  @Field(() => Float, { description: 'Hours of the lessons that the learner came to.' })
  hours!: number;

  @Field(() => String, { description: 'Who issued it.' })
  issuer!: string;

  @Field(() => DateScalar, { description: 'Day of issue.' })
  issuedOn!: string;

  @Field(() => Boolean, { description: 'Whether it holds; false when it was revoked.' })
  isValid!: boolean;
}

const IssuePayload = payloadOf('IssueCertificatesPayload', {
  term: { type: () => Term, description: 'The term.' },
  issued: { type: () => Int, description: 'How many were issued.' },
});
const CertificatePayload = payloadOf('CertificatePayload', { certificate: { type: () => Certificate, description: 'The certificate as it is now.' } });

@Resolver()
export class CertificateResolver {
  @Query(() => CertificateCheck, { nullable: true, description: 'What the code on a certificate says; null when there is none with this code. Needs no account.' })
  certificateCheck(@Arg('code', () => String, { description: 'The code in the QR picture.' }) code: string, @Ctx() { kernel, tenant }: RequestContext): Promise<CertificateCheck | null> {
    return kernel.asSystem(tenant, 'certificate check', (tx) => checkCertificate(tx, code));
  }

  @Mutation(() => IssuePayload, { description: 'Issues a certificate to everybody who completed a term, came to it, and has none yet. Refused with NOBODY_TO_CERTIFY.' })
  issueCertificates(@Arg('input', () => IssueCertificatesInput, { description: 'The term.' }) input: IssueCertificatesInput, @Writes() write: Write) {
    return write('issueCertificates', input, async (tx) => ({ ...(await issueCertificates(tx, input)) }));
  }

  @Mutation(() => CertificatePayload, { description: 'Revokes a certificate; its code says so from then on.' })
  revokeCertificate(@Arg('input', () => RevokeCertificateInput, { description: 'Which one, and why.' }) input: RevokeCertificateInput, @Writes() write: Write) {
    return write('revokeCertificate', input, async (tx) => ({ certificate: await revokeCertificate(tx, input) }));
  }
}
