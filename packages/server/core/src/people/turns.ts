const last = new Map<string, Promise<unknown>>();

/**
 * Does the work once everything that came before it under the same key, in this process, is done.
 * @example await takeTurns(login, () => checkPassword(login, password))
 */
export async function takeTurns<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  last.set(key, mine);
  try {
    return await mine;
  } finally {
    if (last.get(key) === mine) last.delete(key);
  }
}
