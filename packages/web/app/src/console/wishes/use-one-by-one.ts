import { useState } from 'react';

type Deed = { id: string; why?: string };
export type Tally = { done: number; of: number; failed: readonly Deed[]; isBusy: boolean };

/**
 * Does the same to several things, one after the other, and says honestly which were done and why others were not.
 * A deed answers with the reason it was refused, or with nothing when it was done.
 */
export function useOneByOne() {
  const [tally, setTally] = useState<Tally>();
  async function run(ids: readonly string[], deed: (id: string) => Promise<string | undefined>): Promise<readonly string[]> {
    const failed: Deed[] = [];
    const done: string[] = [];
    setTally({ done: 0, of: ids.length, failed, isBusy: true });
    for (const id of ids) {
      // One at a time: the first may open the demand that the others join.
      const why = await deed(id).catch(() => '');
      if (why === undefined) done.push(id);
      else failed.push({ id, why });
      setTally({ done: done.length, of: ids.length, failed: [...failed], isBusy: true });
    }
    setTally({ done: done.length, of: ids.length, failed, isBusy: false });
    return done;
  }
  return { tally, run, forget: () => setTally(undefined) };
}
