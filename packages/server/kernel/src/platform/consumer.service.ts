import type { EntityManager } from '@mikro-orm/postgresql';

/** An event that a consumer gave up. */
export interface ParkedEvent {
  sequence: number;
  name: string;
  problem: string;
  parkedAt: Date;
}

/** How far a consumer is. */
export interface ConsumerState {
  name: string;
  behind: number;
  failures: number;
  parked: ParkedEvent[];
}

/** How far the consumers of a tenant are. */
export async function consumerStates(em: EntityManager, tenantId: string, names: readonly string[]): Promise<ConsumerState[]> {
  const places = await em.execute<{ name: string; behind: number; failures: number }[]>(
    `select place.name, place.failures,
       (select count(*) from event where event.tenant_id = ? and event.sequence > place.sequence)::int as behind
     from event_consumer place where place.tenant_id = ?`,
    [tenantId, tenantId],
  );
  const parked = await em.execute<{ consumer: string; sequence: string; name: string; problem: string; parked_at: Date | string }[]>(
    'select consumer, sequence, name, problem, parked_at from parked_event where tenant_id = ? order by consumer, sequence limit 100',
    [tenantId],
  );
  return names.map((name) => {
    const place = places.find((known) => known.name === name);
    const given = parked.filter(({ consumer }) => consumer === name);
    return {
      name,
      behind: place?.behind ?? 0,
      failures: place?.failures ?? 0,
      parked: given.map((row) => ({ sequence: Number(row.sequence), name: row.name, problem: row.problem, parkedAt: new Date(row.parked_at) })),
    };
  });
}
