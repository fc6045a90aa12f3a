import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { StartupError, reasonOf } from '../postgres/startup-error.js';

/**
 * Where the keys of encrypted fields come from. Ours reads them from the environment or a file; a deployment with a key
 * management service of its own fetches its keys there before the kernel starts and hands over an object of this shape.
 */
export interface KeyRing {
  /** Id of the key that values are written under. */
  readonly current: string;
  /** The 32 bytes of a key; undefined when the ring does not hold it. */
  key(id: string): Buffer | undefined;
}

const form = 'id:base64 of 32 bytes, several with commas between, the one to write under first';

/**
 * Reads a ring from its text: the first key writes, the others still read, which is how keys are rotated.
 * @throws StartupError naming `source`, never what stands in it.
 * @example parseKeys('k2:hV0…=,k1:Qm9…=', 'WEIXIANG_KEYS').current // 'k2'
 */
export function parseKeys(text: string, source: string): KeyRing {
  const keys = new Map<string, Buffer>();
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [, id, encoded] = /^([A-Za-z0-9-]{1,20}):([A-Za-z0-9+/_-]{43}=?)$/.exec(part) ?? [];
    if (!id || !encoded || keys.has(id)) throw new StartupError(`${source} does not hold keys: it must be ${form}.`);
    keys.set(id, Buffer.from(encoded, 'base64'));
  }
  const [current] = keys.keys();
  if (current === undefined) throw new StartupError(`${source} is empty: it must be ${form}.`);
  return { current, key: (id) => keys.get(id) };
}

/** The ring in a file that somebody else looks after: a mounted secret, or what a key management service unwrapped. @throws StartupError */
export function readKeyFile(path: string): KeyRing {
  try {
    return parseKeys(readFileSync(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(`The key file ${path} cannot be read (${reasonOf(error)}).`);
  }
}

/** The ring in a file of our own, made with one random key unless it is there. Nobody but its owner may read it. @throws StartupError */
export function ownKeyFile(path: string): KeyRing {
  try {
    writeFileSync(path, `k1:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (Reflect.get(Object(error), 'code') !== 'EEXIST') throw new StartupError(`The key file ${path} cannot be made (${reasonOf(error)}).`);
  }
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  return readKeyFile(path);
}
