import { maxPageSize, type RequestContext } from '@weixiang/kernel';
import { Arg, Ctx, Extensions, ID, Int, Query, Resolver } from 'type-graphql';
import { reading } from '../reports/index.js';
import { agendaOf } from './agenda.service.js';
import { Agenda } from './agenda.types.js';

@Resolver(() => Agenda)
export class AgendaResolver {
  @Extensions({ cost: 500 })
  @Query(() => Agenda, { description: 'What waits on you, by deadline; nothing for who is not signed in.' })
  agenda(
    @Arg('orgUnit', () => ID, { nullable: true, description: 'Only what belongs to this unit or below.' }) orgUnit: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: `How many at most, up to ${maxPageSize}.` }) first: number,
    @Ctx() context: RequestContext,
  ): Promise<Agenda> {
    return reading(context, (tx) => agendaOf(tx, orgUnit ?? null, Math.min(Math.max(first, 0), maxPageSize)));
  }
}
