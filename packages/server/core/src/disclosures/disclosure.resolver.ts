import { maxPageSize, type RequestContext } from '@weixiang/kernel';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, Extensions, ID, Int, Query, Resolver } from 'type-graphql';
import { disclosuresOf } from './disclosure.service.js';
import { Disclosure } from './disclosure.type.js';

const maxRecords = 200;

@Resolver(() => Disclosure)
export class DisclosureResolver {
  @Extensions({ cost: 500 })
  @Query(() => [Disclosure], { description: 'Who looked at sensitive values that concern you in these records, last day first; nothing of records that concern somebody else.' })
  disclosures(
    @Arg('of', () => [ID], { description: `The records, up to ${maxRecords}.` }) of: string[],
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: `How many at most, up to ${maxPageSize}.` }) first: number,
    @Ctx() context: RequestContext,
  ): Promise<Disclosure[]> {
    if (of.length > maxRecords) throw new GraphQLError(`At most ${maxRecords} records can be asked for.`, { extensions: { code: 'BAD_USER_INPUT' } });
    return disclosuresOf(context, of, Math.min(Math.max(first, 1), maxPageSize));
  }
}
