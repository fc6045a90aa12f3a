import { modelOf, type ReadTable, type ReadType } from '../../read/model.js';
import type { ReadActorContext } from '../../read/reads.js';
import { registry } from '../../entity/registry.js';
import type { Rows, StoredRow } from './rows.js';

export type Value = unknown;
export type Args = Readonly<Record<string, unknown>>;

/** What features say in SQL, said a second time in JavaScript. */
export interface SaidAgain {
  /** Fields that are SQL, or made in node where the product's own resolver is not to be trusted: `Wish.isMine`. */
  fields: Readonly<Record<string, (context: OracleContext, row: StoredRow) => Value>>;
  /** Filters that are SQL: `WishFilter.isLate`. An id comes as the client wrote it. */
  filters: Readonly<Record<string, (context: OracleContext, row: StoredRow, value: unknown) => boolean>>;
}

/** What the oracle answers from: every row of the tenant in memory, and who asks. */
export interface OracleContext {
  rows: Rows;
  reader: ReadActorContext;
  again: SaidAgain;
  /** Notes every sensitive value that is shown in full and whose reading must be recorded: `Person idNumber 0192…`. */
  revealed: Set<string>;
}

export function tableOf({ features }: ReadActorContext, row: StoredRow): ReadTable {
  return modelOf(features).rowsOf(row.entity).table;
}

export function typeOf(reader: ReadActorContext, row: StoredRow): ReadType {
  const table = tableOf(reader, row);
  const types = modelOf(reader.features).typesOf(table);
  const kind = row.properties[registry.discriminatorOf(table.graph.graphClass) ?? ''];
  const found = types.find(({ discriminator }) => discriminator !== null && discriminator === kind) ?? types.find(({ discriminator }) => discriminator === null);
  if (!found) throw new Error('A row of no type.');
  return found;
}

const subjects = new WeakMap<StoredRow, object>();

/** A row as abilities see it. */
export function subjectOf(reader: ReadActorContext, row: StoredRow): object {
  let subject = subjects.get(row);
  if (!subject) subjects.set(row, (subject = { ...row.properties, __caslSubjectType__: tableOf(reader, row).graph.subject }));
  return subject;
}

const answers = new WeakMap<ReadActorContext['ability'], Map<string, WeakMap<StoredRow, boolean>>>();

/** What the reader's ability says; asked once, since lists ask it of every row. */
export function can(reader: ReadActorContext, action: string, row: StoredRow, field?: string): boolean {
  const ofReader = answers.get(reader.ability) ?? new Map<string, WeakMap<StoredRow, boolean>>();
  answers.set(reader.ability, ofReader);
  const key = `${action} ${field ?? ''}`;
  const ofAction = ofReader.get(key) ?? new WeakMap<StoredRow, boolean>();
  ofReader.set(key, ofAction);
  let answer = ofAction.get(row);
  if (answer === undefined) ofAction.set(row, (answer = reader.ability.can(action, subjectOf(reader, row), field)));
  return answer;
}

export function isShownAs(reader: ReadActorContext, row: StoredRow, name: string): boolean {
  return tableOf(reader, row).graph.typeName === name || typeOf(reader, row).typeName === name;
}

export const isOwn = ({ actor }: ReadActorContext, { properties }: StoredRow, concerns: string | undefined): boolean =>
  concerns !== undefined && actor.personId !== null && properties[concerns] === actor.personId;

/** A property's own value, or that of the property which stands in for it. */
export function shown(reader: ReadActorContext, row: StoredRow, name: string): Value {
  const standIn = tableOf(reader, row).graph.standIns.get(name);
  const isItself = !standIn || isOwn(reader, row, standIn.concerns) || can(reader, standIn.unless, row, name);
  return row.properties[isItself ? name : standIn.property];
}

/** Whether the reader sees a property, or what stands in for it, in full and without a read that must be recorded. */
export function seesWhole(reader: ReadActorContext, row: StoredRow, name: string): boolean {
  const sensitivity = tableOf(reader, row).graph.sensitive.get(name);
  if (name !== 'id' && !can(reader, 'read', row, name)) return false;
  return !sensitivity || isOwn(reader, row, sensitivity.concerns) || (sensitivity.kind === 'personal' && can(reader, 'reveal', row, name));
}

/** A property for filters and orders: null when one may not see it in full. */
export function visible({ reader }: OracleContext, row: StoredRow, name: string): Value {
  return seesWhole(reader, row, name) ? shown(reader, row, name) : null;
}
