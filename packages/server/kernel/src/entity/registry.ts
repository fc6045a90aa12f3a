import type { RecordClass, TableOptions } from './record.js';
import type { ListDefinition } from './list.js';
import type { OneOfField } from './union.js';

/** How a sensitive value is protected; the selection compiler, importers, exporters and logs obey it. */
export interface Sensitivity {
  /** personal: masked for most · sensitive: hidden, reads recorded · clinical: hidden but for treating roles, reads recorded. */
  kind: 'personal' | 'sensitive' | 'clinical';
  /** What is shown to who may not see the value: 199****7274, 沈**, or nothing. */
  mask: 'phone' | 'name' | 'hide';
  /** Property of the same record that names whom the value concerns; that person always sees it. */
  concerns?: string;
  /**
   * The column holds ciphertext alone (docs/adr/0016): nobody filters or sorts by it, and a mask tells nothing of the
   * value. The column's type is text, whatever the property's.
   */
  isEncrypted?: boolean;
}

/**
 * What shows in place of a value that is not for everybody, though it is there for everybody: a unit that bears
 * somebody’s name, words with a telephone in them. Filters and orders go by what shows, too.
 */
export interface StandIn {
  /** Property of the same record that shows instead. Never null. */
  property: string;
  /** Action on the record that shows the value itself, as `reveal` does sensitive ones. */
  unless: string;
  /** Property of the same record that names whose value it is; that person always sees it. */
  concerns?: string;
}

/** A field that is a list of other records: `OrgUnit.wishes`. */
export interface ManyField {
  name: string;
  list: () => ListDefinition;
  /** Property of the listed record that points back here. */
  via: string;
  description: string;
}

/** SQL of a field that is no column; `alias` is the row's alias, `param` binds a value and returns its placeholder. */
export type SqlExpression = (row: { alias: string; column(property: string): string; param(value: ActorValue): string }) => string;

/** Values an SQL expression may bind: what is known of the actor, never of the request. */
export type ActorValue = 'actor.personId' | 'tenant.id' | 'now';

/** A field computed in SQL: `Wish.isMine`. */
export interface SqlField {
  name: string;
  sql: SqlExpression;
}

/** What the registry knows of a GraphQL object or interface type that stands for rows of a table. */
export interface GraphTable {
  /** GraphQL type's name. */
  typeName: string;
  /** The class that carries the fields. */
  graphClass: RecordClass;
  /** The MikroORM entity whose table holds the rows. */
  entity: RecordClass;
  prefix: string;
  /** Name that abilities use for it, and that events carry. */
  subject: string;
  sensitive: Map<string, Sensitivity>;
  standIns: Map<string, StandIn>;
  many: Map<string, ManyField>;
  oneOf: Map<string, OneOfField>;
  sqlFields: Map<string, SqlField>;
  /** Field computed in node → properties it needs loaded. */
  computed: Map<string, readonly string[]>;
}

/** A type that is one kind of row of an interface's table: `EducationProject` of `Project`. */
export interface GraphVariant {
  typeName: string;
  graphClass: RecordClass;
  /** The interface's class. */
  of: RecordClass;
  /** Value of the discriminator column; null for the variant that stands for all the rest. */
  discriminator: string | null;
}

const tables = new Map<RecordClass, GraphTable>();
const pending = new Map<RecordClass, Pick<GraphTable, 'sensitive' | 'standIns' | 'many' | 'oneOf' | 'sqlFields' | 'computed'>>();
const variants = new Map<RecordClass, GraphVariant>();
const discriminators = new Map<RecordClass, string>();

/** Declarations of a class and of the classes it extends; members decorate before their class does. */
function declarations(target: RecordClass) {
  let found = pending.get(target);
  if (!found) {
    found = { sensitive: new Map(), standIns: new Map(), many: new Map(), oneOf: new Map(), sqlFields: new Map(), computed: new Map() };
    pending.set(target, found);
  }
  return found;
}

function classOf(prototype: object): RecordClass {
  return prototype.constructor as unknown as RecordClass; // a prototype's constructor is its class
}

/** Called by `@TenantTable`. */
export function registerTable(target: RecordClass, options: TableOptions): void {
  const own = declarations(target);
  const parent: unknown = Object.getPrototypeOf(target);
  const inherited = typeof parent === 'function' ? pending.get(parent as RecordClass) : undefined; // what a class extends is a class
  tables.set(target, {
    typeName: target.name,
    graphClass: target,
    entity: target,
    prefix: options.prefix,
    subject: target.name,
    sensitive: new Map([...(inherited?.sensitive ?? []), ...own.sensitive]),
    standIns: new Map([...(inherited?.standIns ?? []), ...own.standIns]),
    many: new Map([...(inherited?.many ?? []), ...own.many]),
    oneOf: new Map([...(inherited?.oneOf ?? []), ...own.oneOf]),
    sqlFields: new Map([...(inherited?.sqlFields ?? []), ...own.sqlFields]),
    computed: own.computed,
  });
}

/** Declares a property personal, sensitive or clinical. */
export function Sensitive(sensitivity: Sensitivity): PropertyDecorator {
  return (prototype, property) => void declarations(classOf(prototype)).sensitive.set(String(property), sensitivity);
}

/**
 * Declares that another property shows in place of this one to who may not see it.
 *
 * @example `@ShownAs({ property: 'wallWords', unless: 'reveal', concerns: 'wisher' }) words!: string;`
 */
export function ShownAs(standIn: StandIn): PropertyDecorator {
  return (prototype, property) => void declarations(classOf(prototype)).standIns.set(String(property), standIn);
}

/**
 * Declares a list field whose rows point back through `via`.
 *
 * @example `@Many(() => wishList, { via: 'orgUnit', description: 'Wishes of this unit.' }) wishes!: never;`
 */
export function Many(list: () => ListDefinition, options: { via: string; description: string }): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    declarations(classOf(prototype)).many.set(name, { name, list, ...options });
  };
}

/**
 * Declares a field that refers to one record of a union: `subject` names the property with the kind, `id` the one with
 * the UUID. Give its type with type-graphql's `@Field` beside it, nullable: abilities can hide what it refers to.
 *
 * @example `@RefersToOneOf(() => matter, { subject: 'aboutSubject', id: 'aboutId' }) about!: object | null;`
 */
export function RefersToOneOf(union: OneOfField['union'], options: Pick<OneOfField, 'subject' | 'id'>): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    declarations(classOf(prototype)).oneOf.set(name, { name, union, ...options });
  };
}

/**
 * Declares a field that is SQL over its row; give its type with type-graphql's `@Field` beside it.
 *
 * @example `@SqlValue(({ column, param }) => `coalesce(${column('author')} = ${param('actor.personId')}, false)`) isMine!: boolean;`
 */
export function SqlValue(sql: SqlExpression): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    declarations(classOf(prototype)).sqlFields.set(name, { name, sql });
  };
}

/**
 * Declares that a `@FieldResolver` of `type` is computed in node and which properties it needs.
 * The resolver finds them under `$`: `availableSteps(@Root() { $: wish }: Loaded<Wish>)`.
 */
export function Needs(type: () => RecordClass, properties: readonly string[]): MethodDecorator {
  return (_prototype, method) => void lateComputed.push({ type, name: String(method), properties });
}

const lateComputed: { type: () => RecordClass; name: string; properties: readonly string[] }[] = [];

/** Declares which property of an interface's table tells its variants apart. */
export function DiscriminatedBy(property: string): ClassDecorator {
  return (target) => void discriminators.set(target as unknown as RecordClass, property); // a decorated class is a class
}

/** Declares a GraphQL object type as one kind of row of an interface's table. `null` takes every row that no other variant claims. */
export function VariantOf(of: () => RecordClass, discriminator: string | null) {
  return (target: RecordClass): void => {
    variants.set(target, { typeName: target.name, graphClass: target, of: of(), discriminator });
  };
}

/** A source row in node: the compiler's JSON plus, under `$`, the properties that computed fields asked for. */
export interface Loaded<T> {
  $: T;
}

/** Everything declared so far; the compiler and the schema builder read it. */
export const registry = {
  /** The table of an entity class, or of the nearest class it extends that has one. */
  tableOf(target: RecordClass): GraphTable | undefined {
    for (let at: unknown = target; typeof at === 'function'; at = Object.getPrototypeOf(at)) {
      const table = tables.get(at as RecordClass); // what a class extends is a class
      if (table) return withComputed(table);
    }
    return undefined;
  },
  tableBySubject: (subject: string): GraphTable | undefined => [...tables.values()].find((table) => table.subject === subject),
  tableByPrefix: (prefix: string): GraphTable | undefined => [...tables.values()].find((table) => table.prefix === prefix),
  tables: (): GraphTable[] => [...tables.values()].map(withComputed),
  variants: (): GraphVariant[] => [...variants.values()],
  discriminatorOf: (target: RecordClass): string | undefined => discriminators.get(target),
  /** List, SQL and computed fields that a variant's class declares on top of its interface's. */
  ownDeclarations: (target: RecordClass) => withComputed({ graphClass: target, ...declarations(target) }),
};

function withComputed<Declared extends Pick<GraphTable, 'graphClass' | 'computed'>>(table: Declared): Declared {
  for (const late of lateComputed) {
    const target = late.type();
    if (target === table.graphClass) table.computed.set(late.name, late.properties);
  }
  return table;
}
