import { RecordRef, registry, type RequestContext } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import type { EmergencyAccess } from './emergency-access.entity.js';
import type { EmergencyDeed, EmergencyReading } from './emergency-deed.type.js';

/** What is asked of an emergency access to say what was done in it. */
export interface Lasted extends Pick<EmergencyAccess, 'id' | 'createdAt' | 'until' | 'endedAt'> {
  /** UUID of who opened it. */
  person: string;
}

interface EventRow {
  id: string;
  name: string;
  subject: string;
  subject_id: string;
  created_at: Date | string;
}

interface ReadRow {
  id: string;
  at: Date | string;
  subject: string;
  subject_id: string;
  fields: string[];
  purpose: string;
}

/**
 * What its person did while it lasted, first things first, by whichever role: which one allowed a deed nobody knows afterwards.
 * The outbox is kept in the order of its ids, so what lies between the events of opening and of ending is all that is looked at.
 */
export async function deedsOf({ kernel, tenant, features }: RequestContext, access: Lasted, first: number): Promise<EmergencyDeed[]> {
  const rows = await kernel.database.inTenant(tenant.id, (em) =>
    em.execute<EventRow[]>(
      `select done.id, done.name, done.subject, done.subject_id, done.created_at from event done
       where done.tenant_id = ? and done.actor_id = ? and done.subject_id <> ? and done.created_at between ? and ?
         and done.id > (select own.id from event own where own.tenant_id = ? and own.subject_id = ? order by own.id limit 1)
         and done.id < coalesce((select own.id from event own where own.tenant_id = ? and own.subject_id = ? and own.name in ('emergency.ended', 'emergency.ranOut', 'emergency.reviewed') order by own.id limit 1), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
       order by done.id limit ${first}`,
      [tenant.id, access.person, access.id, access.createdAt, endOf(access), tenant.id, access.id, tenant.id, access.id],
    ),
  );
  return rows.map(({ id, name, subject, subject_id, created_at }) => ({ id: toTypeId('event', id), name, at: new Date(created_at), record: refOf(features, subject, subject_id) }));
}

/** Whose sensitive values its person looked at while it lasted, first things first. Ids of what was read are made of its moment. */
export async function readingsOf({ kernel, tenant, features }: RequestContext, access: Lasted, first: number): Promise<EmergencyReading[]> {
  const end = endOf(access);
  const rows = await kernel.database.inTenant(tenant.id, (em) =>
    em.execute<ReadRow[]>(
      `select id, at, subject, subject_id, fields, purpose from read_record
       where tenant_id = ? and person_id = ? and id >= ?::uuid and id < ?::uuid order by id limit ${first}`,
      [tenant.id, access.person, firstIdAt(access.createdAt), firstIdAt(new Date(end.getTime() + 1))],
    ),
  );
  return rows.map(({ id, at, subject, subject_id, fields, purpose }) => ({ id: toTypeId('reading', id), at: new Date(at), purpose, fields, record: refOf(features, subject, subject_id) }));
}

function endOf({ until, endedAt }: Lasted): Date {
  return new Date(endedAt ?? until);
}

/** No id of a later moment is smaller: the first 48 bits are its milliseconds. */
function firstIdAt(at: Date): string {
  const hex = new Date(at).getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** A record of a feature that is off cannot be shown. */
function refOf({ features }: RequestContext['features'], subject: string, id: string): RecordRef | null {
  const entity = registry.tableBySubject(subject)?.entity;
  const isThere = features.some(({ entities = [] }) => entities.some((known) => known === entity));
  return isThere ? new RecordRef(subject, id) : null;
}
