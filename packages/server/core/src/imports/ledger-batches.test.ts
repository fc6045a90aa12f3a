import type { LedgerRow } from '@weixiang/kernel';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readAhead } from './ledger-batches.js';

const rowOf = (row: number): LedgerRow => ({ row, cells: {}, content: '', occurrence: 0 });

describe('batches that are read ahead', () => {
  it('come in their order, each read while the one before is worked on, and none before that', async () => {
    const told: string[] = [];
    async function* batches(): AsyncGenerator<LedgerRow[]> {
      for (const row of [1, 2, 3]) {
        told.push(`read ${row}`);
        yield [rowOf(row)];
      }
    }
    for await (const [first] of readAhead(batches())) {
      await turn();
      told.push(`done ${first?.row}`);
    }
    expect(told).toEqual(['read 1', 'read 2', 'done 1', 'read 3', 'done 2', 'done 3']);
  });

  it('end with what reading threw once those before it are done', async () => {
    const done: (number | undefined)[] = [];
    async function* broken(): AsyncGenerator<LedgerRow[]> {
      yield [rowOf(1)];
      throw new Error('the file breaks off');
    }
    const work = async (): Promise<void> => {
      for await (const [first] of readAhead(broken())) {
        await turn();
        done.push(first?.row);
      }
    };
    await expect(work()).rejects.toThrow('the file breaks off');
    expect(done).toEqual([1]);
  });

  it('let go of the file when nobody wants more of them', async () => {
    let isClosed = false;
    async function* batches(): AsyncGenerator<LedgerRow[]> {
      try {
        for (let row = 1; ; row += 1) yield [rowOf(row)];
      } finally {
        isClosed = true;
      }
    }
    for await (const [first] of readAhead(batches())) if (first?.row === 2) break;
    expect(isClosed).toBe(true);
  });
});
