import { inject } from 'vitest';

/** Asks the server as one person; the caller says what the query's answer looks like. */
export type Ask = <Data>(query: string, variables?: object) => Promise<Data>;

/** Somebody of the example, for worlds that a test needs before it looks at a page. `const asGrid = await person('grid')` */
export async function person(login: string, tenant = 'qiaocheng'): Promise<Ask> {
  const address = `${inject('address')}/t/${tenant}/graphql`;
  const query = 'mutation ($login: String!) { signIn(input: { login: $login, password: "weixiang-demo" }) { token } }';
  const { signIn } = await post<{ signIn: { token: string } }>(address, query, { login });
  return (asked, variables = {}) => post(address, asked, variables, signIn.token);
}

/** Sends one mutation with its input and gives back what it made. `await send(asGrid, 'answerWish', 'wish', { id, words })` */
export async function send(ask: Ask, mutation: string, made: string, input: object): Promise<{ id: string }> {
  const type = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { refusals { code field message } made: ${made} { id } } }`;
  const { payload } = await ask<{ payload: { refusals: unknown[]; made: { id: string } | null } }>(query, { input });
  if (!payload.made) throw new Error(`${mutation} was refused: ${JSON.stringify(payload.refusals)}`);
  return payload.made;
}

async function post<Data>(address: string, query: string, variables: object, token?: string): Promise<Data> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
