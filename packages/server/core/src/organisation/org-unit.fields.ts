import { subject } from '@casl/ability';
import { defaultPageSize, holdsAt, maxPageSize, Needs, RecordRef, type Loaded, type RequestContext } from '@weixiang/kernel';
import { unitsOfPath } from '@weixiang/shared';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { historyOf, noHistory } from '../history/history.service.js';
import { HistoryEntryConnection } from '../history/history.type.js';
import { OrgUnit } from './org-unit.entity.js';

@Resolver(() => OrgUnit)
export class OrgUnitFields {
  @FieldResolver(() => [OrgUnit], { description: 'The units above it, the root first; without itself.' })
  @Needs(() => OrgUnit, ['orgPath'])
  above(@Root() { $: { orgPath } }: Loaded<Pick<OrgUnit, 'orgPath'>>): RecordRef[] {
    return unitsOfPath(orgPath).slice(0, -1).map((id) => new RecordRef('OrgUnit', id));
  }

  @FieldResolver(() => Boolean, { description: 'Whether you may move, merge, split and close it: you manage the unit above.' })
  @Needs(() => OrgUnit, ['orgPath'])
  isReorganisable(@Root() { $: { orgPath } }: Loaded<Pick<OrgUnit, 'orgPath'>>, @Ctx() { ability }: RequestContext): boolean {
    return ability.can('reorganise', subject('OrgUnit', { orgPath: orgPath.split('.').slice(0, -1).join('.') }));
  }

  @FieldResolver(() => HistoryEntryConnection, { description: 'What happened to it, latest first: names, moves, mergers; for its staff. Empty for others.' })
  @Needs(() => OrgUnit, ['id', 'orgPath'])
  async history(
    @Root() { $: unit }: Loaded<Pick<OrgUnit, 'id' | 'orgPath'>>,
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: defaultPageSize, description: `How many at most, up to ${maxPageSize}.` }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last one seen.' }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HistoryEntryConnection> {
    return holdsAt(context.actor, 'organisation.read', unit.orgPath) ? historyOf(context, info, unit.id, { first, after }) : noHistory;
  }
}
