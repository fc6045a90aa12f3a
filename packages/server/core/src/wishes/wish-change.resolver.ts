import { type FedEvent, follow, question, RecordRef, type RequestContext } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Wish } from './wish.entity.js';

// The list's own question: what it would show is what is told.
const listed = question('query ($id: ID!) { wishes(first: 1, filter: { ids: [$id] }) { nodes { id } } }');
const listedWithin = question('query ($id: ID!, $within: ID!) { wishes(first: 1, filter: { ids: [$id], within: $within }) { nodes { id } } }');

@ObjectType({ description: 'Something that just happened to a wish.' })
class WishChange {
  @Field(() => String, { description: 'Name of the event, for example wish.answered.' })
  name!: string;

  @Field(() => Date, { description: 'When, UTC.' })
  at!: Date;

  @Field(() => Wish, { nullable: true, description: 'The wish as you may see it now.' })
  wish!: unknown;
}

@Resolver()
export class WishSubscription {
  @Subscription(() => WishChange, {
    description: 'What happens to wishes from now on: each event about a wish that `wishes` would list for you at that moment, new wishes included.',
    subscribe: ({ args, context, info }: { args: { within?: string | null }; context: RequestContext; info: GraphQLResolveInfo }) => followWishes(context, info, args.within ?? null),
  })
  wishesChanged(
    @Root() { name, at, subjectId }: FedEvent,
    @Arg('within', () => ID, { nullable: true, description: 'Only wishes of this unit or below.' }) _within: string | null,
  ): WishChange {
    return { name, at, wish: new RecordRef('Wish', subjectId) };
  }
}

function followWishes(context: RequestContext, info: GraphQLResolveInfo, within: string | null) {
  return follow(context, info, {
    concerns: ({ subject }) => subject === 'Wish',
    isVisible: async (ask, { subjectId }) => {
      const id = toTypeId('wish', subjectId);
      const { wishes } = await (within === null ? ask(listed, { id }) : ask(listedWithin, { id, within }));
      return Object(wishes).nodes?.length === 1;
    },
  });
}
