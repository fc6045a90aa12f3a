import { inject } from 'vitest';

/** What was answered: objects all the way down, as JSON has them. */
export type Answer = { [key: string]: Answer } & { id: string; version: number; length: number };

/** Asks the server as one person. `const asGrid = await person('grid'); await asGrid('{ viewer { … } }')` */
export type Ask = (query: string, variables?: object) => Promise<Answer>;

/** Somebody of the example, for worlds that a test needs before it looks at a page. */
export async function person(login: string, tenant = 'qiaocheng'): Promise<Ask> {
  const address = `${inject('address')}/t/${tenant}/graphql`;
  const { signIn } = await post(address, `mutation ($login: String!) { signIn(input: { login: $login, password: "weixiang-demo" }) { token } }`, { login });
  return (query, variables) => post(address, query, variables, String(signIn?.['token']));
}

/** Sends one mutation with its input and gives back what it made. `await send(asGrid, 'answerWish', 'wish', { id, words })` */
export async function send(ask: Ask, mutation: string, made: string, input: object): Promise<Answer> {
  const type = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
  const data = await ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { refusals { code field message } ${made} { id } } }`, { input });
  const thing = data[mutation]?.[made];
  if (!thing) throw new Error(`${mutation} was refused: ${JSON.stringify(data)}`);
  return thing;
}

async function post(address: string, query: string, variables: object = {}, token?: string): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}
