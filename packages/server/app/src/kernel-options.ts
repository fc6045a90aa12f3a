import { isLostConnection, systemClock, type DatabaseUrls, type KernelOptions, type Logger } from '@weixiang/kernel';
import { peopleIdentity } from '@weixiang/core';
import { core, plugins } from './installed.js';
import { keysOf } from './keys.js';
import type { Settings } from './settings.js';
import { smsSender } from './sms.js';

/** What every process of the product makes its kernel of: the one that serves, and the one that runs jobs. */
export function kernelOptions(settings: Settings, { urls, filesDir }: { urls: DatabaseUrls; filesDir: string }, log: Logger, progress: (line: string) => void): KernelOptions {
  return { ...urls, core, plugins, identity: peopleIdentity, clock: systemClock, log, filesDir, bucket: settings.bucket, keys: keysOf(settings), sms: smsSender(settings, progress), allowsPrivateTargets: settings.webhooksToPrivate };
}

/** The queue's library lets a lost connection escape as an unhandled rejection; the queue itself is started again. */
export function bearLostConnections(log: Logger): void {
  process.on('unhandledRejection', (reason) => {
    if (!isLostConnection(reason)) throw reason;
    log.warn({ err: reason }, 'a connection to the database was lost');
  });
}
