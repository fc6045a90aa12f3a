import { PRIORITIES, WISH_CHANNELS, WISH_SCOPES, WISH_STATES, type Text } from '@weixiang/shared';
import { registerEnumType } from 'type-graphql';

type Words<Name extends string> = Readonly<Record<Name, Text>>;

/** A shared vocabulary as a GraphQL enum: its keys are the names, its labels the descriptions. */
function enumOf<Name extends string>(name: string, description: string, words: Words<Name>): { readonly [Key in Name]: Key } {
  // Object.keys widens keys to string; the record's keys are exactly Name.
  const names = Object.keys(words) as Name[];
  const values = Object.fromEntries(names.map((key) => [key, key]));
  const valuesConfig = Object.fromEntries(names.map((key) => [key, { description: `${words[key].en} (${words[key].zh}).` }]));
  registerEnumType(values, { name, description, valuesConfig });
  // Made of the names just above.
  return values as { readonly [Key in Name]: Key };
}

export const WishState = enumOf('WishState', 'What has become of a wish.', WISH_STATES);
export type WishState = keyof typeof WISH_STATES;

export const WishChannel = enumOf('WishChannel', 'Where a wish was made.', WISH_CHANNELS);
export type WishChannel = keyof typeof WISH_CHANNELS;

export const WishScope = enumOf('WishScope', 'Whether many want it or one.', WISH_SCOPES);
export type WishScope = keyof typeof WISH_SCOPES;

export const Priority = enumOf('Priority', 'Importance and urgency in one word (轻重缓急).', PRIORITIES);
export type Priority = keyof typeof PRIORITIES;
