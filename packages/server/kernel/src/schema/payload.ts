import 'reflect-metadata';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { ReturnTypeFunc } from '../entity/field-type.js';
import { nameClass, type NamedClass } from './named-class.js';
import { RefusalType } from './types.js';

/** What every mutation's input has. */
@InputType({ description: 'What every input of a mutation has.' })
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Your own name for this attempt: sent again with the same content within 24 hours it replays the first answer and changes nothing.',
  })
  idempotencyKey?: string | null;
}

/** What the input of every edit has. */
@InputType({ description: 'What every input of an edit has.' })
export abstract class EditInput extends MutationInput {
  @Field(() => ID, { description: 'The record to change.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'The version you saw; the edit is refused with CHANGED_MEANWHILE when there is a newer one.' })
  version?: number | null;
}

/** One field of a payload; null when the mutation was refused. */
export interface PayloadField {
  type: ReturnTypeFunc;
  description: string;
}

/**
 * The payload type of a mutation: what it made or changed, and why it did not.
 *
 * @example
 * ```ts
 * const WishPayload = payloadOf('WishPayload', { wish: { type: () => Wish, description: 'The wish as it is now.' } });
 * @Mutation(() => WishPayload, { description: 'Answers a wish.' }) answerWish(…)
 * ```
 */
export function payloadOf(name: string, fields: Record<string, PayloadField>): NamedClass {
  const payload = nameClass(name);
  ObjectType(name, { description: 'What the mutation made or changed; empty beside `refusals` when it changed nothing.' })(payload);
  for (const [field, { type, description }] of Object.entries(fields)) {
    Field(type, { nullable: true, description: `${description} Null when the mutation was refused.` })(payload.prototype, field);
  }
  Field(() => [RefusalType], { description: 'Why nothing was changed; empty when it was.' })(payload.prototype, 'refusals');
  return payload;
}
