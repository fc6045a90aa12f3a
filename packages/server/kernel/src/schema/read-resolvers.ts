import { Arg, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import type { RecordClass } from '../entity/record.js';
import type { ManyField } from '../entity/registry.js';
import type { RootRead } from '../entity/root-read.js';
import { addFilterArgument, addListArguments, listTypes } from './list-types.js';
import { nameClass, type NamedClass } from './named-class.js';
import { addUnionListArguments, unionListTypes } from './union-list-types.js';
import { Node } from './node.js';
import { addSearchArguments, SearchResultConnection } from './search-types.js';
import { StateCount } from './types.js';

// These classes carry signatures alone: `wire.ts` gives the fields their resolvers, so no method is ever called.

const roots = new WeakMap<RootRead, NamedClass>();
const manys = new WeakMap<RecordClass, Map<string, NamedClass>>();

/** `node(id:)`, which every schema has. */
export const NodeResolver = nameClass('NodeResolver');
declareRoot(NodeResolver, 'node', () => Node, {
  nullable: true,
  description: 'Any record by its id. Null when there is none, or none that you may see.',
});
addIdArgument(NodeResolver.prototype, 'node');

/** The resolver class of a root read; made once. */
export function rootReadResolver(read: RootRead): NamedClass {
  const known = roots.get(read);
  if (known) return known;
  const resolver = nameClass(`${read.name}Read`);
  const { name, description } = read;
  if (read.kind === 'one') {
    declareRoot(resolver, name, read.of, { nullable: true, description });
    addIdArgument(resolver.prototype, name);
  } else if (read.kind === 'list') {
    const list = read.list();
    declareRoot(resolver, name, () => listTypes(list).connection, { description });
    addListArguments(list, resolver.prototype, name);
  } else if (read.kind === 'search') {
    declareRoot(resolver, name, () => SearchResultConnection, { description });
    addSearchArguments(resolver.prototype, name);
  } else if (read.kind === 'unionList') {
    const list = read.list();
    declareRoot(resolver, name, () => unionListTypes(list).connection, { description });
    addUnionListArguments(list, resolver.prototype, name);
  } else {
    declareRoot(resolver, name, () => [StateCount], { description });
    addFilterArgument(read.list(), resolver.prototype, name, 0);
  }
  roots.set(read, resolver);
  return resolver;
}

/** The resolver class of a `@Many` field of `owner`; made once. */
export function manyResolver(owner: RecordClass, many: ManyField): NamedClass {
  const ofOwner = manys.get(owner) ?? new Map<string, NamedClass>();
  manys.set(owner, ofOwner);
  const known = ofOwner.get(many.name);
  if (known) return known;
  const resolver = nameClass(`${owner.name}_${many.name}`);
  const list = many.list();
  Resolver(() => owner)(resolver);
  FieldResolver(() => listTypes(list).connection, { description: many.description })(resolver.prototype, many.name, {});
  addListArguments(list, resolver.prototype, many.name);
  ofOwner.set(many.name, resolver);
  return resolver;
}

function declareRoot(resolver: NamedClass, name: string, type: Parameters<typeof Query>[0] & {}, options: { nullable?: boolean; description: string }): void {
  Resolver()(resolver);
  Query(type, options)(resolver.prototype, name, {});
}

function addIdArgument(prototype: object, method: string): void {
  Arg('id', () => ID, { description: 'Id of the record.' })(prototype, method, 0);
}
