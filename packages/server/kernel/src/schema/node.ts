import 'reflect-metadata';
import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';

/** Everything that has an id of its own. */
@InterfaceType({ description: 'Anything with an id of its own; `node(id:)` finds it again.', autoRegisterImplementations: false })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque id that carries the noun, for example wish_01h2xcejqtf2nbrexx3vqjhp41.' })
  id!: string;
}

/** Where a page of a list stands in the list. */
@ObjectType({ description: 'Where a page stands in its list. Lists are read forward: pass `endCursor` as `after` for the next page.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether this page was asked for after a cursor.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first of this page; null when the page is empty.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last of this page; null when the page is empty.' })
  endCursor!: string | null;
}
