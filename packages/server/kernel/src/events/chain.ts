import { createHash } from 'node:crypto';
import type { ReadStatement } from '../read/pool.js';

/** Channel on which other processes learn that a tenant has new events: `<tenant id> <last number>`. */
export const eventChannel = 'weixiang_event';

/** Events of a tenant that one statement numbers at most. */
export const batchSize = 1000;

/** The chain's hash after one event; {@link numbering} says the same in SQL. */
export function chainHash(previous: Buffer, sequence: number, event: { name: string; subject_id: string; commitment: Buffer }): Buffer {
  return createHash('sha256').update(previous).update(`${sequence}\n${event.name}\n${event.subject_id}\n`).update(event.commitment).digest();
}

const nextHash = `sha256(chain.hash || convert_to((chain.sequence + 1) || E'\\n' || next.name || E'\\n' || next.subject_id || E'\\n', 'UTF8') || next.commitment)`;

/**
 * Numbers a batch of the tenant's events, extends its chain, and answers how many there were; whom to tell of it is kept for
 * {@link telling}. Each step finds the next event by the index of those without a number, so it costs what there are of them.
 */
export function numbering(tenantId: string): ReadStatement {
  return {
    name: 'sequencer numbers',
    text: `with recursive chain (id, sequence, hash, events) as (
        (select '00000000-0000-0000-0000-000000000000'::uuid, last.sequence, last.hash, 0 from (
          (select sequence, hash from event where tenant_id = $1 and sequence is not null order by sequence desc limit 1)
          union all select 0, decode(repeat('00', 32), 'hex')) last limit 1)
        union all
        select next.id, chain.sequence + 1, ${nextHash}, chain.events + 1
        from chain cross join lateral (
          select id, name, subject_id, commitment from event where tenant_id = $1 and sequence is null and id > chain.id order by id limit 1) next
        where chain.events < ${batchSize}
      ), numbered as (
        update event set sequence = chain.sequence, hash = chain.hash from chain where event.tenant_id = $1 and event.id = chain.id returning event.sequence
      ), told as (
        select count(*) as events, set_config('app.numbered', concat_ws(',', nullif(current_setting('app.numbered', true), ''), case when count(*) > 0 then $1 || ' ' || max(sequence) end), false)
        from numbered
      )
      select events::text from told`,
    values: [tenantId],
  };
}

/** Tells of what was numbered on this connection, once it is committed: NOTIFY inside would serialise commits (ADR 5). */
export const telling: ReadStatement = {
  name: 'sequencer tells',
  text: `select pg_notify('${eventChannel}', told), set_config('app.numbered', '', false) from unnest(string_to_array(current_setting('app.numbered', true), ',')) told`,
  values: [],
};
