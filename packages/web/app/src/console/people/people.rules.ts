import type { PersonFilter } from '../generated/graphql.js';

/** The filters of the list of people, as its address has them. */
export type PeopleFilters = { unit: string; role: string; account: string; search: string };

/** What is typed to find people by: a telephone number as a whole, else words of the name. `'199 0000 7274' → { phone: '19900007274' }` */
export function soughtBy(typed: string): Pick<PersonFilter, 'phone' | 'search'> {
  const digits = typed.replace(/[\s-]/g, '');
  if (/^\+?\d{7,}$/.test(digits)) return { phone: digits };
  return { search: typed.trim() || undefined };
}

/** The same as the server's filter: roles count from today on, and closed accounts stand apart. */
export function peopleFilter({ unit, role, account, search }: PeopleFilters, within: string | undefined, today: string): PersonFilter {
  return {
    within: unit || within,
    holds: role ? { role, holdsOn: today } : undefined,
    isClosed: account === 'closed',
    ...soughtBy(search),
  };
}
