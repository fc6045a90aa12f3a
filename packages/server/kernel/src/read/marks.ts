import { toTypeId } from '@weixiang/shared';
import type { EncryptedType, Place } from '../encryption/cipher.js';

/**
 * Marks that PostgreSQL leaves in the text for node to finish. A control character never stands unescaped in JSON, so
 * nothing that a person wrote can pass for one.
 */
const mark = '\u0001';
const end = '\u0002';

/** Before the UUID of a TypeID, inside its quotes: `"␁iwish_0192…"`. */
export const idMark = (prefix: string): string => `${mark}i${prefix}_`;
/** Around the values of a cursor. */
export const cursorMark = { open: `${mark}c`, close: end } as const;
/** Before a sensitive value that is shown in full; the UUID of its record and `revealedMark.close` follow. */
export const revealedMark = { any: `${mark}r`, open: (subject: string, property: string): string => `${mark}r${subject}.${property}.`, close: end } as const;
/** Before an encrypted value: the UUID of its record, a dot, the stored value as JSON and `encryptedMark.close` follow. */
export const encryptedMark = { open: (type: EncryptedType, table: string, column: string): string => `${mark}e${type}.${table}.${column}.`, close: end } as const;
/** In place of a null where the schema promises a value. */
export const brokenPromise = `${mark}n`;

/** A sensitive value that an answer shows in full. */
export interface Revealed {
  subject: string;
  /** UUID. */
  id: string;
  property: string;
}

/** An encrypted value of an answer, as it is stored. */
export interface Encrypted extends Omit<Place, 'tenantId'> {
  type: EncryptedType;
  stored: string;
}

/** An answer as it goes out, and what its marks said. */
export interface FinishedText {
  text: string;
  revealed: Revealed[];
  /** A null stands where the schema promises a value: graphql-js has to say so. */
  hasBrokenPromise: boolean;
}

/**
 * Replaces the marks of an answer: ids become TypeIDs, cursors opaque, encrypted values what `decrypt` makes of them.
 * Without it they read as null.
 */
export function finish(raw: string, decrypt: (value: Encrypted) => unknown = () => null): FinishedText {
  let at = raw.indexOf(mark);
  if (at < 0) return { text: raw, revealed: [], hasBrokenPromise: false };
  let text = '';
  let done = 0;
  let hasBrokenPromise = false;
  const revealed: Revealed[] = [];
  for (; at >= 0; at = raw.indexOf(mark, done)) {
    text += raw.slice(done, at);
    const kind = raw[at + 1];
    if (kind === 'n') {
      hasBrokenPromise = true;
      text += 'null';
      done = at + 2;
      continue;
    }
    const stop = raw.indexOf(kind === 'i' ? '"' : end, at);
    const inside = raw.slice(at + 2, stop);
    done = kind === 'i' ? stop : stop + 1;
    if (kind === 'i') text += toTypeId(inside.slice(0, -37), inside.slice(-36));
    else if (kind === 'c') text += Buffer.from(inside).toString('base64url');
    else if (kind === 'e') text += JSON.stringify(decrypt(encryptedIn(inside)) ?? null);
    else revealed.push(revealedIn(inside));
  }
  return { text: text + raw.slice(done), revealed, hasBrokenPromise };
}

function revealedIn(inside: string): Revealed {
  const [subject = '', property = '', id = ''] = inside.split('.');
  return { subject, property, id };
}

function encryptedIn(inside: string): Encrypted {
  const [type, table = '', column = '', id = ''] = inside.split('.', 4);
  const stored: unknown = JSON.parse(inside.slice(`${type}.${table}.${column}.${id}.`.length));
  return { type: type === 'integer' ? type : 'text', table, column, id, stored: String(stored) };
}
