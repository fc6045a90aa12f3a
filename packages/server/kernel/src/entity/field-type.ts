import type { Field } from 'type-graphql';

/** A thunk that names a GraphQL type, as type-graphql's decorators take it: `() => [WishState]`. */
export type ReturnTypeFunc = Extract<Parameters<typeof Field>[0], (...args: never[]) => unknown>;
