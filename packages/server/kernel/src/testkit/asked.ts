import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** What was asked of a schema, and what of it was not: `Wish.words`, arguments `Query.wishes(sort)`, fields of inputs `WishFilter.state`. */
export class Asked {
  private readonly names = new Set<string>();
  private distances: ReadonlyMap<GraphQLNamedType, number> | null = null;

  constructor(private readonly schema: GraphQLSchema) {}

  add(names: Iterable<string>): void {
    for (const name of names) {
      if (this.names.has(name)) continue;
      this.names.add(name);
      this.distances = null;
    }
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  /** Names of all that a query can ask for and none did. */
  missing(): string[] {
    return [...this.reached()].flatMap((type) => namesIn(type)).filter((name) => !this.names.has(name));
  }

  /** Whether a field was never asked for with all it takes, or leads within so many steps to one that was not. */
  leadsToNew(owner: GraphQLNamedType, field: GraphQLField<unknown, unknown>, steps: number): boolean {
    if (namesOf(owner, field).some((name) => !this.names.has(name)) || field.args.some(({ type }) => this.takesNew(type))) return true;
    this.distances ??= this.measured();
    return (this.distances.get(getNamedType(field.type)) ?? Infinity) < steps;
  }

  private takesNew(type: GraphQLInputType, depth = 0): boolean {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || depth > 2) return false;
    return Object.values(named.getFields()).some((field) => !this.names.has(`${named.name}.${field.name}`) || this.takesNew(field.type, depth + 1));
  }

  /** How many steps it is from each type to a field that was not asked for. */
  private measured(): ReadonlyMap<GraphQLNamedType, number> {
    const distances = new Map<GraphQLNamedType, number>();
    const types = [...this.reached()].filter((type) => isObjectType(type) || isAbstractType(type));
    for (const type of types) if (namesIn(type).some((name) => !this.names.has(name))) distances.set(type, 0);
    for (let round = 0; round < 4; round += 1) {
      for (const type of types) {
        const onward = isUnionType(type) ? [] : Object.values(type.getFields()).map((field) => (distances.get(getNamedType(field.type)) ?? Infinity) + 1);
        const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type).map((one) => distances.get(one) ?? Infinity) : [];
        const nearest = Math.min(distances.get(type) ?? Infinity, ...onward, ...possible);
        if (nearest < Infinity) distances.set(type, nearest);
      }
    }
    return distances;
  }

  /** Every type that a query can come to. */
  private reached(): ReadonlySet<GraphQLNamedType> {
    const query = this.schema.getQueryType();
    const reached = new Set<GraphQLNamedType>(query ? [query] : []);
    // A set keeps growing while it is walked.
    for (const type of reached) {
      if (isAbstractType(type)) for (const one of this.schema.getPossibleTypes(type)) reached.add(one);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        reached.add(typeOf(field));
        if ('args' in field) for (const argument of field.args) reached.add(typeOf(argument));
      }
    }
    return reached;
  }
}

function typeOf({ type }: { type: GraphQLType }): GraphQLNamedType {
  return getNamedType(type);
}

function namesIn(type: GraphQLNamedType): string[] {
  if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).flatMap((field) => namesOf(type, field)) : [];
}

function namesOf(owner: GraphQLNamedType, { name, args }: GraphQLField<unknown, unknown>): string[] {
  return [`${owner.name}.${name}`, ...args.map((argument) => `${owner.name}.${name}(${argument.name})`)];
}
