import type { RequestContext } from '@weixiang/kernel';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { explainAccess } from './access.service.js';
import { AccessExplanation } from './access.type.js';

@Resolver()
export class AccessQuery {
  @Query(() => AccessExplanation, { nullable: true, description: 'What a person can see and do today, and why; of one record, action by action, if it is named. For administrators. Null when there is no such person.' })
  explainAccess(
    @Arg('person', () => ID, { description: 'The person.' }) person: string,
    @Arg('record', () => ID, { nullable: true, description: 'A record of any kind that you may see.' }) record: string | null,
    @Ctx() context: RequestContext,
  ): Promise<AccessExplanation | null> {
    return explainAccess(context, person, record);
  }
}
