import { payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, Mutation, Resolver } from 'type-graphql';
import { Delegation } from './delegation.entity.js';
import { DelegateRoleInput, EndDelegationInput } from './delegation.inputs.js';
import { delegateRole, endDelegation } from './delegation.service.js';

const DelegationPayload = payloadOf('DelegationPayload', { delegation: { type: () => Delegation, description: 'The delegation as it is now.' } });

@Resolver()
export class DelegationMutations {
  @Mutation(() => DelegationPayload, { description: 'Lends a role to another person for a time. Its holder may, or who could grant it there; the right to grant roles is never lent.' })
  delegateRole(@Arg('input', () => DelegateRoleInput, { description: 'Which, to whom, how long.' }) input: DelegateRoleInput, @Writes() write: Write) {
    return write('delegateRole', input, async (tx) => ({ delegation: await delegateRole(tx, input) }));
  }

  @Mutation(() => DelegationPayload, { description: 'Ends a delegation at once. Its lender may, or who could end the role.' })
  endDelegation(@Arg('input', () => EndDelegationInput, { description: 'Which.' }) input: EndDelegationInput, @Writes() write: Write) {
    return write('endDelegation', input, async (tx) => ({ delegation: await endDelegation(tx, input) }));
  }
}
