import { gql, InMemoryCache } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import { connection } from './pagination.js';

const list = gql`
  query Wishes($first: Int, $after: String, $search: String) {
    wishes(first: $first, after: $after, search: $search) {
      nodes {
        id
      }
      pageInfo {
        endCursor
      }
    }
  }
`;

function cacheOf(...pages: { variables: object; ids: string[] }[]) {
  const cache = new InMemoryCache({ typePolicies: { Query: { fields: { wishes: connection() } } } });
  for (const { variables, ids } of pages) {
    const nodes = ids.map((id) => ({ __typename: 'Wish', id }));
    const pageInfo = { __typename: 'PageInfo', endCursor: ids.at(-1) };
    cache.writeQuery({ query: list, variables, data: { wishes: { __typename: 'WishConnection', nodes, pageInfo } } });
  }
  return (variables: object) =>
    cache.readQuery<{ wishes: { nodes: { id: string }[]; pageInfo: { endCursor: string } } }>({ query: list, variables })?.wishes;
}

describe('the pages of a list', () => {
  it('join as they arrive, ending where the last one ends', () => {
    const read = cacheOf({ variables: { first: 2 }, ids: ['a', 'b'] }, { variables: { first: 2, after: 'b' }, ids: ['c'] });
    expect(read({ first: 2 })).toMatchObject({ nodes: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], pageInfo: { endCursor: 'c' } });
  });

  it('join by their edges where these were asked for', () => {
    const list = gql`
      query Demands($after: String) {
        demands(after: $after) {
          edges {
            cursor
          }
        }
      }
    `;
    const cache = new InMemoryCache({ typePolicies: { Query: { fields: { demands: connection() } } } });
    const write = (after: string | null, ...cursors: string[]) =>
      cache.writeQuery({ query: list, variables: { after }, data: { demands: { __typename: 'DemandConnection', edges: cursors.map((cursor) => ({ __typename: 'DemandEdge', cursor })) } } });
    write(null, 'a', 'b');
    write('b', 'c');
    expect(cache.readQuery({ query: list, variables: { after: null } })).toMatchObject({ demands: { edges: [{ cursor: 'a' }, { cursor: 'b' }, { cursor: 'c' }] } });
  });

  it('begin anew when the first is asked again', () => {
    const read = cacheOf(
      { variables: { first: 2 }, ids: ['a', 'b'] },
      { variables: { first: 2, after: 'b' }, ids: ['c'] },
      { variables: { first: 2 }, ids: ['n', 'a'] },
    );
    expect(read({ first: 2 })?.nodes).toMatchObject([{ id: 'n' }, { id: 'a' }]);
  });

  it('keep other filters and shorter lists apart', () => {
    const read = cacheOf(
      { variables: { first: 20, search: '灯' }, ids: ['a', 'b'] },
      { variables: { first: 3, search: '灯' }, ids: ['a'] },
    );
    expect(read({ first: 20, search: '灯' })?.nodes).toHaveLength(2);
    expect(read({ first: 20 })).toBeUndefined();
  });
});
