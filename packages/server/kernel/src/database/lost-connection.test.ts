import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { isLostConnection } from './lost-connection.js';

const thrownBy = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined, (error: unknown) => error);

it('knows a database whose socket is gone, and whose port nobody listens at', async () => {
  for (const host of [join(tmpdir(), 'weixiang-no-such-folder'), '127.0.0.1']) {
    const error = await thrownBy(new pg.Client({ host, port: 1 }).connect());
    expect([isLostConnection(error), isLostConnection(new Error('a job failed', { cause: error }))]).toEqual([true, true]);
  }
});

it('takes a missing file for none', async () => {
  expect(isLostConnection(await thrownBy(readFile(join(tmpdir(), 'weixiang-no-such-file'))))).toBe(false);
});
