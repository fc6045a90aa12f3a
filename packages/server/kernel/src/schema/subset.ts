import {
  getNamedType,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLUnionType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';
import { answeredBy, declaredBy } from './scoped-metadata.js';

/** What of a whole schema a subset has. */
export interface SubsetParts {
  /** Classes whose resolvers it has; a field that no resolver declares is its type's own. */
  resolvers: ReadonlySet<unknown>;
  /** Names of types that are there even if no field leads to them. */
  types: readonly string[];
  /** Names of the members of each union, by its name. */
  unions: ReadonlyMap<string, ReadonlySet<string>>;
}

type Fielded = GraphQLObjectType | GraphQLInterfaceType;
type Field = GraphQLField<unknown, unknown>;

/** A field, and the types that it leads to. */
interface Lead {
  field: Field;
  to: readonly GraphQLNamedType[];
}

/**
 * Cuts schemas out of a whole one. What is the same in both is one object in both: scalars, enums, inputs, and every type
 * and field from which nothing that differs is reached.
 * @example new SchemaCutter(everything).cut({ resolvers: new Set([WishSteps]), types: ['Wish'], unions: new Map() })
 */
export class SchemaCutter {
  private readonly leads: ReadonlyMap<GraphQLNamedType, readonly Lead[]>;

  constructor(readonly whole: GraphQLSchema) {
    this.leads = new Map(Object.values(whole.getTypeMap()).filter(isFielded).map((type) => [type, Object.values<Field>(type.getFields()).map((field) => ({ field, to: typesOf(field) }))]));
  }

  /**
   * A schema with a part of the fields and the types that these lead to; null when it cannot be cut out, because a
   * resolver that it has not answers a field that it has.
   */
  cut(parts: SubsetParts): GraphQLSchema | null {
    return new Subset(this.whole, this.leads, parts).schema();
  }
}

function typesOf(field: Field): GraphQLNamedType[] {
  return [...new Set([getNamedType(field.type), ...field.args.map((arg) => getNamedType(arg.type))])];
}

class Subset {
  private readonly kept = new Map<GraphQLNamedType, readonly Lead[]>();
  private readonly made = new Map<GraphQLNamedType, GraphQLNamedType>();

  constructor(
    private readonly whole: GraphQLSchema,
    private readonly leads: ReadonlyMap<GraphQLNamedType, readonly Lead[]>,
    private readonly parts: SubsetParts,
  ) {}

  schema(): GraphQLSchema | null {
    const { whole } = this;
    const reached = this.reached();
    if ([...reached].some((type) => this.leadsOf(type).some(({ field }) => this.isForeign(field, answeredBy)))) return null;
    for (const type of this.differing(reached)) this.made.set(type, this.empty(type));
    for (const [type, fresh] of this.made) {
      if (!isFielded(fresh)) continue;
      const fields = fresh.getFields();
      // A field does not know its type, so that one which is the same may belong to both.
      for (const { field } of this.leadsOf(type)) fields[field.name] = this.made.has(getNamedType(field.type)) ? { ...field, type: this.retyped(field.type) } : field;
    }
    return new GraphQLSchema({
      description: whole.description,
      query: this.root(whole.getQueryType()),
      mutation: this.root(whole.getMutationType()),
      subscription: this.root(whole.getSubscriptionType()),
      types: [...reached].map((type) => this.now(type)),
      directives: whole.getDirectives(),
      // The whole was validated, and nothing is added to it.
      assumeValid: true,
    });
  }

  /** Every type that the fields of this subset lead to. */
  private reached(): ReadonlySet<GraphQLNamedType> {
    const roots = [this.whole.getQueryType(), this.whole.getMutationType(), this.whole.getSubscriptionType()].filter((root) => root && this.leadsOf(root).length > 0);
    const reached = new Set([...roots, ...this.parts.types.map((name) => this.whole.getType(name))].filter((type) => type != null));
    // A set keeps growing while it is walked.
    for (const type of reached) this.eachReferred(type, (next) => reached.add(next));
    return reached;
  }

  /** The types that are not the whole's: those with less in them, and all that lead to one of these. */
  private differing(reached: ReadonlySet<GraphQLNamedType>): ReadonlySet<GraphQLNamedType> {
    const referring = new Map<GraphQLNamedType, GraphQLNamedType[]>();
    for (const type of reached) {
      this.eachReferred(type, (next) => {
        if (!isFielded(next) && !isUnionType(next)) return; // nothing else can have less in it
        const known = referring.get(next);
        if (known) known.push(type);
        else referring.set(next, [type]);
      });
    }
    const differing = new Set([...reached].filter((type) => this.hasLess(type)));
    for (const type of differing) for (const one of referring.get(type) ?? []) differing.add(one);
    return differing;
  }

  private hasLess(type: GraphQLNamedType): boolean {
    if (isUnionType(type)) return this.membersOf(type).length < type.getTypes().length;
    return this.leadsOf(type).length < (this.leads.get(type)?.length ?? 0);
  }

  private eachReferred(type: GraphQLNamedType, tell: (next: GraphQLNamedType) => void): void {
    if (isUnionType(type)) for (const member of this.membersOf(type)) tell(member);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) tell(getNamedType(field.type));
    if (isFielded(type)) for (const above of type.getInterfaces()) tell(above);
    for (const { to } of this.leadsOf(type)) for (const next of to) tell(next);
  }

  /** The fields that this subset has of a type. */
  private leadsOf(type: GraphQLNamedType): readonly Lead[] {
    const known = this.kept.get(type);
    if (known) return known;
    const own = (this.leads.get(type) ?? []).filter(({ field }) => !this.isForeign(field, declaredBy));
    this.kept.set(type, own);
    return own;
  }

  /** Whether a field is of a resolver that this subset has not. */
  private isForeign({ extensions }: Field, by: string): boolean {
    return extensions[by] !== undefined && !this.parts.resolvers.has(extensions[by]);
  }

  private membersOf(union: GraphQLUnionType): readonly GraphQLObjectType[] {
    return union.getTypes().filter(({ name }) => this.parts.unions.get(union.name)?.has(name));
  }

  /** A type as the whole has it, still without fields. */
  private empty(type: GraphQLNamedType): GraphQLNamedType {
    const { name, description } = type;
    if (isUnionType(type)) return new GraphQLUnionType({ name, description, resolveType: type.resolveType, types: () => this.membersOf(type).map((member) => this.now(member)) });
    const interfaces = () => (isFielded(type) ? type.getInterfaces().map((each) => this.now(each)) : []);
    if (isInterfaceType(type)) return new GraphQLInterfaceType({ name, description, extensions: type.extensions, resolveType: type.resolveType, interfaces, fields: {} });
    if (isObjectType(type)) return new GraphQLObjectType({ name, description, extensions: type.extensions, isTypeOf: type.isTypeOf, interfaces, fields: {} });
    throw new Error(`${name} cannot have less in it.`); // scalars, enums and inputs refer to nothing that can
  }

  private retyped(type: GraphQLOutputType): GraphQLOutputType {
    if (isNonNullType(type)) return new GraphQLNonNull(this.retyped(type.ofType));
    return isListType(type) ? new GraphQLList(this.retyped(type.ofType)) : this.now(type);
  }

  private root(type: GraphQLObjectType | null | undefined): GraphQLObjectType | null {
    return type && this.leadsOf(type).length > 0 ? this.now(type) : null;
  }

  /** The type of this subset that stands for one of the whole. */
  private now<T extends GraphQLNamedType>(type: T): T {
    return (this.made.get(type) as T | undefined) ?? type; // each was made as its own kind
  }
}

function isFielded(type: unknown): type is Fielded {
  return isObjectType(type) || isInterfaceType(type);
}
