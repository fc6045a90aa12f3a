import { newId } from '@weixiang/shared';
import { finish, type Revealed } from './marks.js';
import type { ReadStatement, RecordRead } from './pool.js';
import type { ReadActorContext } from './reads.js';

// Nine values a row, 65,535 a statement.
const rowsPerStatement = 1_000;

/** Writes down whose sensitive values an answer shows: one row a record, with the fields, the reader and the purpose. */
export function recordRead(context: ReadActorContext): RecordRead {
  return (texts) => {
    const rows = byRecord(texts.flatMap((text) => finish(text).revealed)).map((one) => rowOf(context, one));
    const statements: ReadStatement[] = [];
    for (let at = 0; at < rows.length; at += rowsPerStatement) statements.push(insert(rows.slice(at, at + rowsPerStatement)));
    return statements;
  };
}

interface ReadOfRecord {
  subject: string;
  id: string;
  properties: Set<string>;
}

function byRecord(revealed: readonly Revealed[]): ReadOfRecord[] {
  const records = new Map<string, ReadOfRecord>();
  for (const { subject, id, property } of revealed) {
    const record = records.get(`${subject} ${id}`) ?? { subject, id, properties: new Set() };
    record.properties.add(property);
    records.set(`${subject} ${id}`, record);
  }
  return [...records.values()];
}

function rowOf({ tenantId, actor, now, purpose, requestId }: ReadActorContext, { subject, id, properties }: ReadOfRecord): unknown[] {
  return [tenantId, newId({ now: () => now }), now.toISOString(), actor.personId, subject, id, [...properties].sort(), purpose, requestId];
}

function insert(rows: readonly unknown[][]): ReadStatement {
  const values = rows.map((row, at) => `(${row.map((_, column) => `$${at * row.length + column + 1}`).join(', ')})`);
  return {
    text: `insert into read_record (tenant_id, id, at, person_id, subject, subject_id, fields, purpose, request_id) values ${values.join(', ')}`,
    values: rows.flat(),
  };
}
