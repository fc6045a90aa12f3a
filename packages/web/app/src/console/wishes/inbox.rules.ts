import { wishStates } from '@weixiang/kit';
import type { WishFilter, WishState } from '../generated/graphql.js';

/** The inbox's filters as the URL keeps them. States and priorities are joined by commas. */
export const inboxDefaults = {
  state: 'SUBMITTED,ACCEPTED',
  period: '',
  unit: '',
  channel: '',
  category: '',
  scope: '',
  priority: '',
  wall: '',
  search: '',
};

export type InboxFilters = typeof inboxDefaults;

/** Whether nothing is filtered but what waits for staff: an empty list then means that all is answered. */
export function asksOnlyForWaiting({ state, ...others }: InboxFilters): boolean {
  return (state === 'SUBMITTED' || state === inboxDefaults.state) && Object.values(others).every((value) => value === '');
}

/** First and last day of a period as the URL writes it: `2025`, `2025Q2`, `2025-05`. Undefined for anything else. */
export function periodDays(period: string): { from: string; to: string } | undefined {
  const year = /^(\d{4})$/.exec(period)?.[1];
  if (year) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const quarter = /^(\d{4})Q([1-4])$/.exec(period);
  if (quarter) return monthsDays(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 3);
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month) return monthsDays(Number(month[1]), Number(month[2]), 1);
  return undefined;
}

function monthsDays(year: number, firstMonth: number, months: number) {
  const day = (at: Date) => at.toISOString().slice(0, 10);
  return {
    from: day(new Date(Date.UTC(year, firstMonth - 1, 1))),
    to: day(new Date(Date.UTC(year, firstMonth - 1 + months, 0))),
  };
}

/** Values of a comma-joined filter that the schema knows. */
export function listed<Name extends string>(value: string, known: readonly Name[]): Name[] | undefined {
  const found = known.filter((name) => value.split(',').includes(name));
  return found.length > 0 ? found : undefined;
}

export const wishChannels = [
  'SMILE_WALL',
  'WISH_BOX',
  'ONLINE_HOME',
  'WECHAT_GROUP',
  'HOUSEHOLD_VISIT',
  'FORUM',
  'DEVELOPER',
  'PROPERTY_COMPANY',
  'LINKED_UNIT',
] as const;
export const wishScopes = ['COMMON', 'INDIVIDUAL'] as const;
export const priorities = ['HIGH_URGENT', 'HIGH_CALM', 'LOW_URGENT', 'LOW_CALM'] as const;

/** What the URL asks for, as the server's filter; without `state` it counts for all tabs. */
export function wishFilter(filters: InboxFilters, within: string | undefined): WishFilter {
  const period = periodDays(filters.period);
  return {
    within: filters.unit || within,
    channel: listed(filters.channel, wishChannels),
    scope: listed(filters.scope, wishScopes)?.[0],
    priority: listed(filters.priority, priorities),
    category: filters.category || undefined,
    isHeldBack: filters.wall === 'held' ? true : undefined,
    search: filters.search || undefined,
    from: period?.from,
    to: period?.to,
  };
}

/** The same with the chosen states: what the whole list under the filters is exported by. */
export function exportFilter(filters: InboxFilters, within: string | undefined): WishFilter {
  return { ...wishFilter(filters, within), state: listed(filters.state, wishStates) };
}

/** What must happen to a wish next: the groups of the inbox in the order in which they stand, and who belongs to each. */
export const inboxGroups = [
  { deed: 'answer', states: ['SUBMITTED'] },
  { deed: 'gather', states: ['ACCEPTED'], isGathered: false },
  { deed: 'list', states: ['ACCEPTED'], isGathered: true },
  { deed: 'project', states: ['LISTED'] },
  { deed: 'fulfil', states: ['IN_PROJECT'] },
  { deed: 'confirm', states: ['FULFILLED'] },
  { deed: 'done', states: ['CONFIRMED', 'MERGED', 'DECLINED'] },
] as const satisfies { deed: string; states: WishState[]; isGathered?: boolean }[];

export type InboxGroup = (typeof inboxGroups)[number];

/** The part of a group that the chosen states leave; undefined when that is nothing. No state chosen is all of them. */
export function groupFilter(group: InboxGroup, chosen: readonly WishState[] | undefined): WishFilter | undefined {
  const state = group.states.filter((each) => !chosen || chosen.includes(each));
  if (state.length === 0) return undefined;
  return { state, isGathered: 'isGathered' in group ? group.isGathered : undefined };
}
