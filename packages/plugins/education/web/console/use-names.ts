import { useApolloClient } from '@apollo/client/react';
import { graphql } from '../generated/index.js';

const names = {
  Person: graphql(`
    fragment PersonName on Person {
      id
      name
    }
  `),
  Room: graphql(`
    fragment RoomName on Room {
      id
      name
    }
  `),
};

/** Names of what was seen on this page before: whatever can be chosen was. `nameOf('Room', 'room_01h…') // '活动室'` */
export function useNames(): (type: keyof typeof names, id: string) => string {
  const { cache } = useApolloClient();
  return (type, id) => {
    if (!id) return '';
    return cache.readFragment({ id: cache.identify({ __typename: type, id }), fragment: names[type] })?.name ?? '';
  };
}
