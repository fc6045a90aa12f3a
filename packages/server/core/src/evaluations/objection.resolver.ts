import { payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, Mutation, Resolver } from 'type-graphql';
import { AnswerObjectionInput, RaiseObjectionInput } from './objection.inputs.js';
import { Objection } from './objection.entity.js';
import { answerObjection, raiseObjection } from './objection.service.js';

const ObjectionPayload = payloadOf('ObjectionPayload', { objection: { type: () => Objection, description: 'The objection as it is now.' } });

@Resolver()
export class ObjectionMutations {
  @Mutation(() => ObjectionPayload, { description: 'Objects to a published grade, with reasons; everyone who is signed in may.' })
  raiseObjection(@Arg('input', () => RaiseObjectionInput, { description: 'The reasons.' }) input: RaiseObjectionInput, @Writes() write: Write) {
    return write('raiseObjection', input, async (tx) => ({ objection: await raiseObjection(tx, input) }));
  }

  @Mutation(() => ObjectionPayload, { description: 'Answers an objection: rejects it with the reason, or upholds it, which recounts the round and publishes a correction.' })
  answerObjection(@Arg('input', () => AnswerObjectionInput, { description: 'The answer.' }) input: AnswerObjectionInput, @Writes() write: Write) {
    return write('answerObjection', input, async (tx) => ({ objection: await answerObjection(tx, input) }));
  }
}
