import { maxPageSize, RecordRef, type RequestContext } from '@weixiang/kernel';
import { parseTypeId, toTypeId } from '@weixiang/shared';
import { GraphQLError, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { shownChanges } from './history.rules.js';
import type { HistoryEntry, HistoryEntryConnection } from './history.type.js';

/** What a history is asked for. */
export interface HistoryPage {
  first: number;
  after?: string | null;
}

interface EventRow {
  id: string;
  name: string;
  created_at: Date | string;
  actor_id: string | null;
  payload: { changes?: unknown; words?: unknown } | null;
  total: string;
}

/**
 * What happened to a record, latest first. Whoever asks for it has already been found to be one who may see it; of what
 * changed they see what the record's type shows, `info.parentType`.
 * @example if (mayTrace) return historyOf(context, info, project.id, { first: 20 });
 */
export async function historyOf(
  { kernel, tenant }: RequestContext,
  { parentType }: Pick<GraphQLResolveInfo, 'parentType'>,
  recordId: string,
  { first, after }: HistoryPage,
): Promise<HistoryEntryConnection> {
  if (first < 1 || first > maxPageSize) throw badInput(`first must be a whole number from 1 to ${maxPageSize}.`);
  const last = after == null ? null : parseTypeId(after)?.uuid;
  if (last === undefined) throw badInput('after is not a cursor of this list.');
  const rows = await kernel.database.inTenant(tenant.id, (em) =>
    em.execute<EventRow[]>(
      `select id, name, created_at, actor_id, payload,
         (select count(*) from event whole where whole.tenant_id = ? and whole.subject_id = ?) as total
       from event where tenant_id = ? and subject_id = ? and (?::uuid is null or id < ?::uuid) order by id desc limit ${first + 1}`,
      [tenant.id, recordId, tenant.id, recordId, last, last],
    ),
  );
  const nodes = rows.slice(0, first).map((row) => entryOf(row, parentType));
  return {
    nodes,
    edges: nodes.map((node) => ({ node, cursor: node.id })),
    pageInfo: { hasNextPage: rows.length > first, hasPreviousPage: last !== null, startCursor: nodes[0]?.id ?? null, endCursor: nodes.at(-1)?.id ?? null },
    totalCount: Number(rows[0]?.total ?? 0),
  };
}

/** The history of a record for whom it is not: empty, as if nothing had happened. */
export const noHistory: HistoryEntryConnection = {
  nodes: [],
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: 0,
};

function entryOf({ id, name, created_at, actor_id, payload }: EventRow, type: GraphQLObjectType): HistoryEntry {
  return {
    id: toTypeId('event', id),
    name,
    at: new Date(created_at),
    actor: actor_id && new RecordRef('Person', actor_id),
    words: typeof payload?.words === 'string' ? payload.words : null,
    changes: payload?.changes ? shownChanges(payload.changes, type) : null,
  };
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
