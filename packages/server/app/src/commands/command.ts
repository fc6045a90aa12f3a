import { peopleIdentity } from '@weixiang/core';
import { createLogger, Kernel, messageOf, platformFeatures, Refusal, StartupError, systemClock, type KeyRing } from '@weixiang/kernel';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { core, plugins } from '../installed.js';
import { keysOf } from '../keys.js';
import { openDatabase } from '../server.js';
import { readSettings } from '../settings.js';

/** Runs a command to its end; what is wrong is said in words, without a stack, and ends it with 1. */
export function runCommand(work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exit(1);
  });
}

/** The command's flags. @throws StartupError with the usage. */
export function readFlags<const T extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: T) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new StartupError(`${wordsOf(error)}\n\n${usage}`);
  }
}

/** Gives the work a kernel on the migrated database of the settings, and closes both after it. */
export async function withKernel(work: (kernel: Kernel, keys: KeyRing | null) => Promise<void>): Promise<void> {
  const settings = readSettings({ ...process.env, LOG_LEVEL: process.env['LOG_LEVEL']?.trim() || 'error' });
  const keys = keysOf(settings);
  const database = await openDatabase(settings, () => {});
  try {
    const log = createLogger(settings.logLevel);
    const kernel = await Kernel.start({ ...database.urls, core, plugins, identity: peopleIdentity, clock: systemClock, log, filesDir: database.filesDir, keys });
    try {
      await work(kernel, keys);
    } finally {
      await kernel.close();
    }
  } finally {
    await database.stop();
  }
}

/** @example 'administrator.login: A login is 3–40 lower-case letters, digits, dots and hyphens.' */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Refusal)) return error instanceof Error ? error.message : String(error);
  const { en } = messageOf(platformFeatures, error.code, error.values);
  return error.field ? `${error.field}: ${en}` : en;
}
