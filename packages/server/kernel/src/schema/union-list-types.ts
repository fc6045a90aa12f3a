import { Arg } from 'type-graphql';
import { type UnionListDefinition, unionType } from '../entity/union.js';
import { addPageArguments, connectionType, type ListTypes, sortOf } from './list-types.js';

const made = new WeakMap<UnionListDefinition, Omit<ListTypes, 'filter'>>();

/** `MatterConnection`, `MatterEdge` and `MatterSort` of a list over a union; made once. */
export function unionListTypes(list: UnionListDefinition): Omit<ListTypes, 'filter'> {
  const known = made.get(list);
  if (known) return known;
  const types = { connection: connectionType(list.name, () => unionType(list.union)).connection, sort: sortOf(list) };
  made.set(list, types);
  return types;
}

/** The arguments of such a list: `first`, `after`, `kinds`, `sort`. */
export function addUnionListArguments(list: UnionListDefinition, prototype: object, method: string): void {
  const { sort } = unionListTypes(list);
  addPageArguments(prototype, method);
  addKindsArgument(prototype, method, 2);
  Arg('sort', () => sort, { nullable: true, defaultValue: Object.keys(sort)[0], description: 'Order of the list.' })(prototype, method, 3);
}

/** Which kinds of records: what their ids begin with. */
export function addKindsArgument(prototype: object, method: string, index: number): void {
  Arg('kinds', () => [String], {
    nullable: true,
    description: 'Only records of these kinds, each named by what their ids begin with: wish, project. Others are passed over.',
  })(prototype, method, index);
}
