import { type FedEvent, follow, question, type RequestContext } from '@weixiang/kernel';
import { parseTypeId } from '@weixiang/shared';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { changeOf, RecordChange } from './change.type.js';

const record = question('query ($id: ID!) { node(id: $id) { __typename } }');

@Resolver()
export class ChangesSubscription {
  @Subscription(() => RecordChange, {
    description: 'What happens to one record from now on, as far as you may see the record at that moment. What you may not see stays silent, like what does not exist.',
    subscribe: ({ args, context, info }: { args: { id?: string }; context: RequestContext; info: GraphQLResolveInfo }) => followRecord(context, info, String(args.id)),
  })
  recordChanged(@Root() event: FedEvent, @Arg('id', () => ID, { description: 'The record.' }) _id: string): RecordChange {
    return changeOf(event);
  }
}

function followRecord(context: RequestContext, info: GraphQLResolveInfo, id: string) {
  const uuid = parseTypeId(id)?.uuid;
  if (uuid === undefined) throw new GraphQLError('id is not the id of a record.', { extensions: { code: 'BAD_USER_INPUT' } });
  return follow(context, info, {
    concerns: ({ subjectId }) => subjectId === uuid,
    isVisible: async (ask) => (await ask(record, { id }))['node'] != null,
  });
}
