import { type GraphQLField, type GraphQLInputField, type GraphQLInputType, getNamedType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType } from 'graphql';
import type { Place, Way } from './places.js';

/** A document that puts an id in a place. */
export interface Probe {
  place: string;
  /** What the place is called after: `demand`, and for an `id` the field that takes it, `acceptWish`. */
  name: string;
  /** Whether the place is below a record; its type then comes back as `reached`. */
  isNested: boolean;
  document: string;
  /** Variables with this id in that place, and whatever else is required filled in. */
  variables(id: string): Record<string, unknown>;
}

/** `query ($filter: WishFilter) { orgUnits { nodes { reached: __typename wishes(filter: $filter) { … } } } }` */
export function probe(operation: 'query' | 'mutation', { name: place, field, path }: Place, way: Way = []): Probe {
  const used = field.args.filter(({ name, type }) => name === path[0] || isNonNullType(type));
  const head = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const args = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const asked = `${field.name}(${args})${selectionOf(field)}`;
  const below = way.reduceRight((inner, step) => `${step} { ${inner} }`, `reached: __typename ${asked}`);
  return {
    place,
    name: /^ids?$/.test(path.at(-1) ?? '') ? field.name : String(path.at(-1)),
    isNested: way.length > 0,
    document: `${operation} (${head}) { ${way.length > 0 ? below : asked} }`,
    variables: (id) => Object.fromEntries(used.map((arg) => [arg.name, valueOf(arg.type, arg.name === path[0] ? path.slice(1) : null, id)])),
  };
}

/** Whether the answer to a nested probe has come to a record in which the place stands. */
export function hasReached({ data }: { data: unknown }): boolean {
  return (JSON.stringify(data) ?? '').includes('"reached":');
}

/** Every id that the answer could hold, and how many there are. */
function selectionOf(field: GraphQLField<unknown, unknown>, depth = 0): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (!('getFields' in type) || isInputObjectType(type)) return ' { __typename }';
  const inner = Object.values(type.getFields()).filter(({ args, type: innerType }) => !args.some((arg) => isNonNullType(arg.type)) && (isLeafType(getNamedType(innerType)) || depth < 2));
  const chosen = inner.filter(({ name, type: innerType }) => ['id', 'nodes', 'totalCount', 'count', 'code', 'field', 'refusals'].includes(name) || (depth < 2 && !isLeafType(getNamedType(innerType)) && !getNamedType(innerType).name.endsWith('Connection')));
  if (chosen.length === 0) return ' { __typename }';
  return ` { ${chosen.map((one) => `${one.name}${selectionOf(one, depth + 1)}`).join(' ')} }`;
}

/** A value for an input: the id in its place, and the least that the other required places accept. */
function valueOf(type: GraphQLInputType, path: readonly string[] | null, id: string): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, path, id);
  if (isListType(type)) return [valueOf(type.ofType, path, id)];
  if (path?.length === 0) return id;
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    const chosen = Object.values(named.getFields()).filter(({ name, type: inner }) => name === path?.[0] || isNonNullType(inner));
    return Object.fromEntries(chosen.map((field: GraphQLInputField) => [field.name, valueOf(field.type, field.name === path?.[0] ? path.slice(1) : null, id)]));
  }
  if (isEnumType(named)) return named.getValues()[0]?.name;
  return { ID: id, Int: 1, Float: 1, Boolean: true, Date: '2026-05-19', DateTime: '2026-05-19T02:00:00.000Z' }[named.name] ?? '一二三';
}
