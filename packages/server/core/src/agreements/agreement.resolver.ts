import { payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, Mutation, Resolver } from 'type-graphql';
import { Agreement } from './agreement.entity.js';
import { RecordAgreementInput } from './agreement.inputs.js';
import { recordAgreement } from './agreement.service.js';

const AgreementPayload = payloadOf('AgreementPayload', { agreement: { type: () => Agreement, description: 'The agreement.' } });

@Resolver()
export class AgreementMutations {
  @Mutation(() => AgreementPayload, { description: 'Records an agreement that was signed.' })
  recordAgreement(@Arg('input', () => RecordAgreementInput, { description: 'The agreement.' }) input: RecordAgreementInput, @Writes() write: Write) {
    return write('recordAgreement', input, async (tx) => ({ agreement: await recordAgreement(tx, input) }));
  }
}
