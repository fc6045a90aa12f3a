import { createHash } from 'node:crypto';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

type Fielded = GraphQLObjectType | GraphQLInterfaceType;

/** An argument of a field, or a member of it, that takes an id. */
export interface Place {
  /** The type that has the field, the field, the path of the argument: `OrgUnit.wishes.filter.within`, `Mutation.acceptWish.input.id`. */
  name: string;
  parent: Fielded;
  field: GraphQLField<unknown, unknown>;
  /** From the field's argument to the id: `['filter', 'within']`. */
  path: readonly string[];
}

/** Selections, one inside the other, that lead from the query to a type and ask for nothing: `['orgUnits', 'nodes', 'wishes', 'nodes']`. */
export type Way = readonly string[];

/** Fields that a way has at most, a list and its nodes being one: a place then stands in a record inside a record. */
const longestWay = 2;

/** Places of the fields of one type. */
export function placesOf(parent: Fielded): Place[] {
  return Object.values(parent.getFields()).flatMap((field) =>
    field.args.flatMap((arg) => idsIn(arg).map((path) => ({ name: [parent.name, field.name, arg.name, ...path].join('.'), parent, field, path: [arg.name, ...path] }))),
  );
}

/** Places of all types but the roots: each once, however many ways lead there, and whether one does or not. */
export function nestedPlaces(schema: GraphQLSchema): Place[] {
  const roots: readonly unknown[] = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = Object.values(schema.getTypeMap()).filter((type) => (isObjectType(type) || isInterfaceType(type)) && !isIntrospectionType(type) && !roots.includes(type));
  return types.flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? placesOf(type) : []));
}

/** Every way of at most {@link longestWay} fields, by the name of the type to which it leads; `... on X` where records are of several types. */
export function waysInto(schema: GraphQLSchema): Map<string, Way[]> {
  const found = new Map<string, Way[]>();
  const query = schema.getQueryType();
  let ends: { type: Fielded; way: Way }[] = query ? [{ type: query, way: [] }] : [];
  for (let length = 1; length <= longestWay; length += 1) {
    const goOn = ({ type, way }: (typeof ends)[number]) =>
      Object.values(type.getFields()).flatMap((field) => stepsThrough(schema, field).map((step) => ({ type: step.type, way: [...way, ...step.way] })));
    ends = ends.flatMap(goOn);
    for (const { type, way } of ends) found.set(type.name, [...(found.get(type.name) ?? []), way]);
  }
  return found;
}

/** Where a field that needs no argument leads: of a list to its nodes, of records of several types to each of them. */
function stepsThrough(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): { type: Fielded; way: Way }[] {
  if (field.args.some(isRequiredArgument)) return [];
  const named = getNamedType(field.type);
  const nodes = isCompositeType(named) && !isUnionType(named) && named.name.endsWith('Connection') ? named.getFields()['nodes'] : undefined;
  const way = nodes ? [field.name, nodes.name] : [field.name];
  const type = nodes ? getNamedType(nodes.type) : named;
  if (!isCompositeType(type)) return [];
  const members = isAbstractType(type) ? schema.getPossibleTypes(type).map((member) => ({ type: member, way: [...way, `... on ${member.name}`] })) : [];
  return isUnionType(type) ? members : [{ type, way }, ...members];
}

/** Paths to ids inside an argument: `[['within'], ['holds', 'partner']]`; `[[]]` where it is an id itself. */
function idsIn({ type }: { type: GraphQLInputType }, depth = 0): string[][] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [[]];
  if (!isInputObjectType(named) || depth > 3) return [];
  return Object.values(named.getFields()).flatMap((inner) => idsIn(inner, depth + 1).map((path) => [inner.name, ...path]));
}

/**
 * Things in an order of this place's own, by a digest of both: what is drawn for a place stays drawn, whatever other places
 * there are, until something new comes before it.
 * @example const [way] = inOrderFor('OrgUnit.wishes.filter.within', ways, (each) => each.join(' '));
 */
export function inOrderFor<T>(place: string, things: readonly T[], nameOf: (thing: T) => string): T[] {
  const keyed = things.map((thing) => ({ thing, key: createHash('sha256').update(`${place} ${nameOf(thing)}`).digest('hex') }));
  return keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ thing }) => thing);
}
