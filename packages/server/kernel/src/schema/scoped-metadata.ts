import { getMetadataStorage } from 'type-graphql';
import { marksOfWriting } from './writes.js';

type Metadata = ReturnType<typeof getMetadataStorage>;
// type-graphql names classes by Function throughout.
type AnyClass = Function; // oxlint-disable-line no-unsafe-function-type -- type-graphql's own word for a class

/** Mark, in a field's extensions, of a field that a resolver computes in node. */
export const computedMark = { computed: true } as const;

/** Name, in a field's extensions, of the resolver class that declares it; what a record's own class declares has none. */
export const declaredBy = 'declaredBy';
/** Name, in a field's extensions, of the resolver class that answers a field which its record's own class declares. */
export const answeredBy = 'answeredBy';

/** What of the decorators' declarations a build is about. */
interface ScopedParts {
  resolvers: readonly AnyClass[];
  /** Members of unions, as this set of features has them. */
  unions: ReadonlyMap<symbol, readonly AnyClass[]>;
}

/**
 * Builds with what the decorators declared as far as these resolvers are concerned, and leaves no trace.
 *
 * type-graphql keeps one storage for the process and writes into it while building: a plugin's field resolvers stay on
 * core's types for every later schema, and implementers of an interface enter all of them. Here a build sees a copy
 * with nothing of the other features' resolvers in it, in which no interface registers its implementers by itself.
 */
export function withScopedMetadata<T>({ resolvers, unions }: ScopedParts, build: () => T): T {
  const everything = getMetadataStorage();
  globalThis.TypeGraphQLMetadataStorage = scope(everything, resolvers);
  globalThis.TypeGraphQLMetadataStorage.unions = everything.unions.map((union) => ({ ...union, getClassTypes: () => [...(unions.get(union.symbol) ?? union.getClassTypes())] as (new () => object)[] })); // only their names and metadata are looked up
  try {
    return build();
  } finally {
    globalThis.TypeGraphQLMetadataStorage = everything;
  }
}

function scope(everything: Metadata, resolvers: readonly AnyClass[]): Metadata {
  const scoped = everything.clone();
  const isIn = ({ target }: { target: AnyClass }): boolean =>
    resolvers.some((resolver) => resolver === target || Object.prototype.isPrototypeOf.call(target, resolver));
  scoped.queries = copies(scoped.queries.filter(isIn));
  scoped.mutations = copies(scoped.mutations.filter(isIn));
  scoped.subscriptions = copies(scoped.subscriptions.filter(isIn));
  scoped.resolverClasses = copies(scoped.resolverClasses.filter(isIn));
  scoped.fieldResolvers = copies(scoped.fieldResolvers.filter((field) => field.kind === 'internal' || isIn(field)));
  // Inputs stay shared: no resolver changes them, and at run time type-graphql looks their fields up in the real storage.
  scoped.fields = copies(scoped.fields);
  scoped.interfaceTypes = [...scoped.interfaceTypes, ...abstractInterfaces(scoped)].map((type) => ({
    ...type,
    autoRegisteringDisabled: true,
    interfaceClasses: allInterfaces(scoped, type.interfaceClasses),
  }));
  scoped.objectTypes = scoped.objectTypes.map((type) => ({ ...type, interfaceClasses: allInterfaces(scoped, type.interfaceClasses) }));
  scoped.fieldExtensions.push(
    ...scoped.fieldResolvers.map(({ target, methodName }) => ({ target, fieldName: methodName, extensions: computedMark })),
    ...[...scoped.queries, ...scoped.mutations, ...scoped.subscriptions].map(({ target, methodName }) => ({ target, fieldName: methodName, extensions: { [declaredBy]: target } })),
    ...originsOf(scoped),
    ...marksOfWriting(scoped),
  );
  return scoped;
}

/** Whose each computed field is: without its resolver it is not there, or it is what its record's own class says. */
function originsOf({ fieldResolvers, fields, resolverClasses }: Metadata): Metadata['fieldExtensions'] {
  const named = new Map<AnyClass, Set<string>>();
  for (const { target, name } of fields) named.set(target, (named.get(target) ?? new Set()).add(name));
  const typeOf = new Map(resolverClasses.map(({ target, getObjectType }) => [target, getObjectType]));
  return fieldResolvers.flatMap(({ kind, target, methodName }) => {
    const type = kind === 'external' ? typeOf.get(target)?.() : undefined;
    if (!type) return [];
    return [{ target, fieldName: methodName, extensions: { [named.get(type)?.has(methodName) ? answeredBy : declaredBy]: target } }];
  });
}

/** Abstract object classes that interfaces extend count as interfaces, so that an interface inherits their fields. */
function abstractInterfaces({ objectTypes, interfaceTypes }: Metadata): Metadata['interfaceTypes'] {
  const isInterface = (target: unknown): boolean => interfaceTypes.some((type) => type.target === target);
  return objectTypes
    .filter(({ target }) => !isInterface(target) && interfaceTypes.some((type) => Object.prototype.isPrototypeOf.call(target, type.target)))
    .map((type) => ({ ...type, autoRegisteringDisabled: true }));
}

/** GraphQL wants the interfaces of an interface named too; the classes say it once. */
function allInterfaces({ interfaceTypes }: Metadata, named: readonly AnyClass[] | undefined): AnyClass[] | undefined {
  if (!named) return undefined;
  const all = new Set(named);
  // A set keeps growing while it is walked.
  for (const one of all) {
    for (const further of interfaceTypes.find(({ target }) => target === one)?.interfaceClasses ?? []) all.add(further);
  }
  return [...all];
}

function copies<T extends object>(items: readonly T[]): T[] {
  return items.map((item) => ({ ...item }));
}
