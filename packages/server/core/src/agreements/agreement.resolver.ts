import { payloadOf, type RequestContext } from '@weixiang/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Agreement } from './agreement.entity.js';
import { RecordAgreementInput } from './agreement.inputs.js';
import { recordAgreement } from './agreement.service.js';

const AgreementPayload = payloadOf('AgreementPayload', { agreement: { type: () => Agreement, description: 'The agreement.' } });

@Resolver()
export class AgreementMutations {
  @Mutation(() => AgreementPayload, { description: 'Records an agreement that was signed.' })
  recordAgreement(@Arg('input', () => RecordAgreementInput, { description: 'The agreement.' }) input: RecordAgreementInput, @Ctx() { write }: RequestContext) {
    return write('recordAgreement', input, async (tx) => ({ agreement: await recordAgreement(tx, input) }));
  }
}
