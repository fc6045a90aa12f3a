import { Forbidden, refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Person } from '../people/person.entity.js';
import { SavedFilter } from './saved-filter.entity.js';
import type { EditFilterInput, RemoveFilterInput, SaveFilterInput } from './saved-filter.inputs.js';

const NAME_MAX = 40;
const QUERY_MAX = 1_000;
/** More than anybody finds again. */
const FILTERS_MAX = 50;

/** Keeps a list's filters under a name. @throws Refusal FILTER_NAME_TAKEN, FILTERS_FULL, FILTER_PAGE_UNKNOWN. */
export async function saveFilter(tx: Transaction, input: SaveFilterInput): Promise<SavedFilter> {
  const orgUnit = await tx.refer(OrgUnit, input.orgUnit, 'orgUnit');
  tx.require('saveFilter', orgUnit);
  const owner = tx.actor.personId === null ? null : await tx.peek(Person, tx.actor.personId);
  if (!owner) throw new Forbidden('save a filter');
  if (!/^[a-z][a-z-]{0,39}$/.test(input.page)) throw refuse('FILTER_PAGE_UNKNOWN', 'page');
  const name = requiredWords(input.name, 'name', NAME_MAX);
  if ((await tx.em.count(SavedFilter, { owner })) >= FILTERS_MAX) throw refuse('FILTERS_FULL', null, { limit: FILTERS_MAX });
  await requireFree(tx, owner, input.page, name);
  const filter = tx.create(SavedFilter, { page: input.page, name, query: requiredWords(input.query, 'query', QUERY_MAX), isShared: input.isShared ?? false, orgUnit, owner });
  tx.announce('filter.saved', filter);
  return filter;
}

/** Renames a filter, changes what it filters, shares it or keeps it to oneself. */
export async function editFilter(tx: Transaction, input: EditFilterInput): Promise<SavedFilter> {
  const filter = await tx.load(SavedFilter, input.id, 'edit', input);
  if (input.name != null) {
    const name = requiredWords(input.name, 'name', NAME_MAX);
    if (name !== filter.name) await requireFree(tx, filter.owner, filter.page, name);
    filter.name = name;
  }
  if (input.query != null) filter.query = requiredWords(input.query, 'query', QUERY_MAX);
  if (input.isShared != null) filter.isShared = input.isShared;
  tx.announce('filter.changed', filter);
  return filter;
}

/** Removes a filter; answers its id. */
export async function removeFilter(tx: Transaction, input: RemoveFilterInput): Promise<string> {
  const filter = await tx.load(SavedFilter, input.id, 'remove', input);
  tx.announce('filter.removed', filter);
  tx.em.remove(filter);
  return toTypeId('filter', filter.id);
}

async function requireFree(tx: Transaction, owner: Person, page: string, name: string): Promise<void> {
  if ((await tx.em.count(SavedFilter, { owner, page, name })) > 0) throw refuse('FILTER_NAME_TAKEN', 'name');
}
