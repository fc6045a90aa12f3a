import { holdsAtRoot, indexOf, TextType, type RequestContext } from '@weixiang/kernel';
import { sameText } from '@weixiang/shared';
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';

@ObjectType({ description: 'A kind of ledger that can be imported.' })
export class Ledger {
  @Field(() => String, { description: 'Its name, as in the address that files are sent to and as the file is usually called: wishes.' })
  name!: string;

  @Field(() => TextType, { description: 'What it is called.' })
  label!: TextType;

  @Field(() => [String], { description: 'Headers that must be there, in any order.' })
  required!: readonly string[];

  @Field(() => [String], { description: 'Headers that are read when they are there. Any other is left unread, with a warning.' })
  optional!: readonly string[];
}

@Resolver()
export class LedgersQuery {
  @Query(() => [Ledger], { description: 'Ledgers that you may import, in the order in which they build on each other.' })
  ledgers(@Ctx() { features, actor }: RequestContext): Ledger[] {
    return [...indexOf(features).importers.values()]
      .filter(({ permission }) => holdsAtRoot(actor, permission))
      .map(({ ledger, label, required, optional = [] }) => ({ name: ledger, label: label ?? sameText(ledger), required, optional }));
  }
}
