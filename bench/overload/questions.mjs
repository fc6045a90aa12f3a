// What people of a tenant ask, in the shares in which they ask it.
const wall = `query WishWall($filter: WishFilter) { wishes(first: 20, filter: $filter) { totalCount nodes { id words state wisherLabel recordedOn answerDueAt supporterCount isSupportedByMe isMine lastAnswer { id words answeredByLabel } } pageInfo { hasNextPage endCursor } } }`;
const wish = `query Wish($id: ID!) { wish(id: $id) { id number words state channel scope priority recordedOn version wisherLabel category { id label { zh en } } orgUnit { id name } answers { nodes { id words at } } } }`;
const projects = `query Projects { projects(first: 10) { nodes { id name state orgUnit { id name } } pageInfo { hasNextPage endCursor } } }`;
const units = `query Units { orgUnits(first: 20) { nodes { id name code } } }`;

/** Asks the next question of a client. */
export async function asker(client) {
  const { wishes } = await client.data('{ wishes(first: 50) { nodes { id } } }');
  const ids = wishes.nodes.map(({ id }) => id);
  const bodies = [
    ...Array.from({ length: 10 }, () => ({ query: wall, variables: { filter: {} } })),
    ...ids.slice(0, 4).map((id) => ({ query: wish, variables: { id } })),
    { query: projects, variables: {} },
    { query: projects, variables: {} },
    { query: projects, variables: {} },
    { query: units, variables: {} },
    { query: units, variables: {} },
    { query: units, variables: {} },
  ].map((body) => JSON.stringify(body));
  let at = 0;
  return () => client.send('/graphql', bodies[(at += 7) % bodies.length]);
}
