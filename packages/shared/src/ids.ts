import { v7 } from 'uuid';
import type { Clock } from './clock.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TYPE_ID = /^([a-z](?:[a-z_]{0,61}[a-z])?)_([0-7][0-9a-hjkmnp-tv-z]{25})$/;

const LETTER_CODE = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const HEX_VALUE = new Uint8Array(128);
for (let n = 0; n < 16; n++) {
  HEX_VALUE[n.toString(16).charCodeAt(0)] = n;
  HEX_VALUE[n.toString(16).toUpperCase().charCodeAt(0)] = n;
}
const LETTER_VALUE = new Uint8Array(128);
for (let n = 0; n < 32; n++) LETTER_VALUE[ALPHABET.charCodeAt(n)] = n;

// Ids of one millisecond must still sort in the order of their making, also when the clock is set back.
let sequence = Math.floor(Math.random() * 0x7fffffff);
let latest = 0;

/** Node's and browsers' alike; what is shared knows the types of neither. */
declare const crypto: { getRandomValues(bytes: Uint8Array): unknown };

// Asked for a few bytes each time, the system takes ten times as long as the rest of an id.
const randomBytes = new Uint8Array(4_096);
let used = randomBytes.length;

function sixteenRandomBytes(): Uint8Array {
  if (used === randomBytes.length) {
    crypto.getRandomValues(randomBytes);
    used = 0;
  }
  used += 16;
  return randomBytes.subarray(used - 16, used);
}

/**
 * A new UUIDv7, sorted by time of making.
 * @example newId() // '01961c2e-5d0b-7a3f-9c55-0c1f2a9be701'
 */
export function newId(clock?: Clock): string {
  if (!clock) latest = Math.max(latest, Date.now());
  sequence = (sequence + 1) % 0x80000000;
  return v7({ msecs: clock ? clock.now().getTime() : latest, seq: sequence, random: sixteenRandomBytes() });
}

/** Whether the text is a UUID of any version, in either case. `isUuid('x') // false` */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/**
 * The TypeID of a UUID: the noun, `_`, 26 letters of base32. The UUID is not checked (0.1 µs an id).
 * @example toTypeId('wish', '01961c2e-5d0b-7a3f-9c55-0c1f2a9be701') // 'wish_01jregejrbf8zssnac3wn9qsr1'
 */
export function toTypeId(prefix: string, uuid: string): string {
  const hex = (at: number): number => HEX_VALUE[uuid.charCodeAt(at)] ?? 0;
  const bits = (a: number, b: number, c: number, d: number, e: number): number => (hex(a) << 16) | (hex(b) << 12) | (hex(c) << 8) | (hex(d) << 4) | hex(e);
  const letter = (from: number, shift: number): number => LETTER_CODE[(from >> shift) & 31] ?? 0;
  // 128 bits and two leading zeros are 26 letters: two of the first two digits, then four of five digits each.
  const first = (hex(0) << 4) | hex(1);
  const [a, b, c, d, e, f] = [bits(2, 3, 4, 5, 6), bits(7, 9, 10, 11, 12), bits(14, 15, 16, 17, 19), bits(20, 21, 22, 24, 25), bits(26, 27, 28, 29, 30), bits(31, 32, 33, 34, 35)];
  const letters = String.fromCharCode(
    letter(first, 5), letter(first, 0),
    letter(a, 15), letter(a, 10), letter(a, 5), letter(a, 0),
    letter(b, 15), letter(b, 10), letter(b, 5), letter(b, 0),
    letter(c, 15), letter(c, 10), letter(c, 5), letter(c, 0),
    letter(d, 15), letter(d, 10), letter(d, 5), letter(d, 0),
    letter(e, 15), letter(e, 10), letter(e, 5), letter(e, 0),
    letter(f, 15), letter(f, 10), letter(f, 5), letter(f, 0),
  );
  return `${prefix}_${letters}`;
}

/**
 * The noun and the UUID of a TypeID, or null when the text is not one.
 * @example parseTypeId('wish_01jregejrbf8zssnac3wn9qsr1') // { prefix: 'wish', uuid: '01961c2e-…' }
 */
export function parseTypeId(text: string): { prefix: string; uuid: string } | null {
  const match = TYPE_ID.exec(text);
  const [, prefix, letters] = match ?? [];
  if (prefix === undefined || letters === undefined) return null;
  const value = (at: number): number => LETTER_VALUE[letters.charCodeAt(at)] ?? 0;
  let hex = ((value(0) << 5) | value(1)).toString(16).padStart(2, '0');
  for (let at = 2; at < 26; at += 4) {
    const bits = (value(at) << 15) | (value(at + 1) << 10) | (value(at + 2) << 5) | value(at + 3);
    hex += bits.toString(16).padStart(5, '0');
  }
  return {
    prefix,
    uuid: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
  };
}
