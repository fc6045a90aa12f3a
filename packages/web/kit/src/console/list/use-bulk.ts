import { useRef, useState } from 'react';

/** What became of one row: refused with words, or done, perhaps with a way back. */
export type RowResult = { refused: string } | { refused?: undefined; undo?: () => Promise<string | undefined> };

/** What a mutation answered about one row. `resultOf(data?.closeDemand.refusals)` */
export function resultOf(refusals: readonly { message: string }[] | undefined): RowResult {
  const [first] = refusals ?? [];
  return first ? { refused: first.message } : {};
}

/** What was done to several rows so far. */
export type Tally = {
  label: string;
  of: number;
  done: readonly string[];
  failed: readonly { id: string; why: string }[];
  isBusy: boolean;
  /** Ways back of those that were done; gone once they were used or their time is over. */
  undo: readonly (() => Promise<string | undefined>)[];
  isUndone?: boolean;
};

/** How long what was done can be taken back from where it was done; later it is done anew, on its page. */
const undoForMs = 10_000;

/**
 * Does the same to several rows, one after the other, and says honestly which were done and why others were not. What the
 * domain can take back is taken back by a step of its own, that stands in the history like the first.
 * @example const bulk = useBulk(); bulk.run('交给网格', ids, async (id) => …)
 */
export function useBulk() {
  const [tally, setTally] = useState<Tally>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const afterwards = useRef<() => void>(undefined);

  /** `onDone` is called when all rows are through, and again when they were taken back: what is shown may have changed. */
  async function run(label: string, ids: readonly string[], deed: (id: string) => Promise<RowResult>, onDone?: () => void): Promise<readonly string[]> {
    clearTimeout(timer.current);
    afterwards.current = onDone;
    let now: Tally = { label, of: ids.length, done: [], failed: [], isBusy: true, undo: [] };
    setTally(now);
    for (const id of ids) {
      // One at a time: the first may open the demand that the others join.
      const result = await deed(id).catch((): RowResult => ({ refused: '' }));
      if (result.refused !== undefined) now = { ...now, failed: [...now.failed, { id, why: result.refused }] };
      else now = { ...now, done: [...now.done, id], undo: result.undo ? [...now.undo, result.undo] : now.undo };
      setTally(now);
    }
    setTally({ ...now, isBusy: false });
    onDone?.();
    if (now.undo.length > 0) timer.current = setTimeout(() => setTally((shown) => shown && { ...shown, undo: [] }), undoForMs);
    return now.done;
  }

  /** Takes back what was done last, the last first. */
  async function undo(): Promise<void> {
    if (!tally || tally.undo.length === 0) return;
    clearTimeout(timer.current);
    let now: Tally = { ...tally, of: tally.undo.length, done: [], failed: [], isBusy: true, undo: [], isUndone: true };
    setTally(now);
    for (const back of tally.undo.toReversed()) {
      const why = await back().catch(() => '');
      now = why === undefined ? { ...now, done: [...now.done, ''] } : { ...now, failed: [...now.failed, { id: '', why }] };
      setTally(now);
    }
    setTally({ ...now, isBusy: false });
    afterwards.current?.();
  }

  return { tally, run, undo, forget: () => setTally(undefined) };
}
