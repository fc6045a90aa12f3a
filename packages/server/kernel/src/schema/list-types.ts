import { Arg, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { defaultPageSize, maxPageSize, type FilterField, type ListDefinition } from '../entity/list.js';
import type { RecordClass } from '../entity/record.js';
import { nameClass, type NamedClass } from './named-class.js';
import { PageInfo } from './node.js';

/** The GraphQL side of a list, made from its declaration. */
export interface ListTypes {
  connection: NamedClass;
  /** Null when the list declares no filter. */
  filter: NamedClass | null;
  /** Names of the sort orders, the default one first. */
  sort: Record<string, string>;
}

const made = new WeakMap<ListDefinition, ListTypes>();

/** `WishConnection`, `WishEdge`, `WishFilter` and `WishSort` of a list; made once. */
export function listTypes(list: ListDefinition): ListTypes {
  const known = made.get(list);
  if (known) return known;
  const types = { connection: connectionOf(list), filter: filterOf(list), sort: sortOf(list) };
  made.set(list, types);
  return types;
}

/** The arguments of a list field: `first`, `after`, `filter`, `sort`. */
export function addListArguments(list: ListDefinition, prototype: object, method: string): void {
  const { sort } = listTypes(list);
  addPageArguments(prototype, method);
  addFilterArgument(list, prototype, method, 2);
  Arg('sort', () => sort, {
    nullable: true,
    defaultValue: Object.keys(sort)[0],
    description: 'Order of the list.',
  })(prototype, method, 3);
}

/** `first` and `after`, which come first wherever there are pages. */
export function addPageArguments(prototype: object, method: string): void {
  Arg('first', () => Int, {
    nullable: true,
    defaultValue: defaultPageSize,
    description: `How many at most, up to ${maxPageSize}.`,
  })(prototype, method, 0);
  Arg('after', () => String, { nullable: true, description: 'Cursor of the last one seen: the page after it is returned.' })(prototype, method, 1);
}

/** The `filter` argument, when the list declares one. */
export function addFilterArgument(list: ListDefinition, prototype: object, method: string, index: number): void {
  const { filter } = listTypes(list);
  if (!filter) return;
  Arg('filter', () => filter, { nullable: true, description: 'Only those that meet every condition given.' })(prototype, method, index);
}

function connectionOf(list: ListDefinition): NamedClass {
  return connectionType(list.name, list.of).connection;
}

/** `WishConnection` and `WishEdge` of a list of this name, whose nodes are of this type. */
export function connectionType(name: string, node: () => RecordClass | symbol): { connection: NamedClass; edge: NamedClass } {
  const type = node as () => NamedClass; // type-graphql takes classes and the symbols of unions, and types the former alone
  const edge = nameClass(`${name}Edge`);
  ObjectType(edge.name, { description: `A ${name} in a list, with its cursor.` })(edge);
  Field(type, { description: 'The record.' })(edge.prototype, 'node');
  Field(() => String, { description: 'Where it stands in this list; pass it as `after`.' })(edge.prototype, 'cursor');

  const connection = nameClass(`${name}Connection`);
  ObjectType(connection.name, { description: `A page of a list of ${name}.` })(connection);
  Field(() => [type()], { description: 'The records of this page.' })(connection.prototype, 'nodes');
  Field(() => [edge], { description: 'The records of this page, each with its cursor.' })(connection.prototype, 'edges');
  Field(() => PageInfo, { description: 'Where this page stands in the list.' })(connection.prototype, 'pageInfo');
  Field(() => Int, { description: 'How many the whole list holds for you, on all pages.' })(connection.prototype, 'totalCount');
  return { connection, edge };
}

function filterOf(list: ListDefinition): NamedClass | null {
  const fields = Object.entries(list.filter);
  if (fields.length === 0) return null;
  const filter = nameClass(`${list.name}Filter`);
  InputType(filter.name, { description: `Conditions on a list of ${list.name}; all that are given must hold.` })(filter);
  for (const [name, { type, description, test }] of fields) {
    const takesMany = test.kind === 'refers' && test.many === true;
    Field(takesMany ? () => [ID] : type, { nullable: true, description })(filter.prototype, name);
  }
  return filter;
}

/**
 * Filter: some record of another list, that points back at the row by `via` and that the actor may read, meets a filter of that list.
 * @example `holds: having(() => roleAssignmentList, 'person', 'Only people with a role that this filter finds.')`
 */
export function having(list: () => ListDefinition, via: string, description: string): FilterField {
  const type = (): NamedClass => {
    const { filter } = listTypes(list());
    if (!filter) throw new Error(`The list ${list().name} declares no filter.`);
    return filter;
  };
  return { type, description, test: { kind: 'has', list, via } };
}

/** `WishSort`: the names of a list's orders. */
export function sortOf(list: Pick<ListDefinition, 'name' | 'sort'>): Record<string, string> {
  const orders = Object.fromEntries(Object.keys(list.sort).map((name) => [name, name]));
  registerEnumType(orders, {
    name: `${list.name}Sort`,
    description: `Orders of a list of ${list.name}.`,
    valuesConfig: Object.fromEntries(Object.entries(list.sort).map(([name, { description }]) => [name, { description }])),
  });
  return orders;
}
