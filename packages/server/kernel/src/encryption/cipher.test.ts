import { newId } from '@weixiang/shared';
import { describe, expect, it } from 'vitest';
import { Cipher, type Place } from './cipher.js';
import { parseKeys } from './key-ring.js';

const first = `k1:${'A'.repeat(43)}=`;
const second = `k2:${'B'.repeat(42)}A=`;
const cipher = new Cipher(parseKeys(first, 'the test'));
const place: Place = { tenantId: newId(), table: 'enrolment', column: 'learner_name', id: newId() };

describe('an encrypted value', () => {
  it('opens where it was encrypted, whatever its type and characters', () => {
    for (const value of ['韩小宝', '', '“a\u0001b”\n', 2016, 'wx1:k1:AAAA']) {
      const stored = cipher.encrypt(place, value);
      expect(stored).toMatch(/^wx1:k1:[A-Za-z0-9_-]+$/);
      expect(cipher.decrypt(place, stored, 'text')).toBe(value);
    }
  });

  it('is another text every time', () => {
    expect(cipher.encrypt(place, '韩小宝')).not.toBe(cipher.encrypt(place, '韩小宝'));
  });

  it.each(['tenantId', 'table', 'column', 'id'] as const)('does not open when its %s is another', (part) => {
    const stored = cipher.encrypt(place, '韩小宝');
    expect(() => cipher.decrypt({ ...place, [part]: newId() }, stored, 'text')).toThrow('not encrypted for this place');
  });

  it('does not open when a bit of it changed, or when it was cut', () => {
    const stored = cipher.encrypt(place, '韩小宝');
    const [head, body = ''] = [stored.slice(0, 7), stored.slice(7)];
    for (let at = 0; at < body.length; at += 5) {
      const changed = `${head}${body.slice(0, at)}${body[at] === 'A' ? 'B' : 'A'}${body.slice(at + 1)}`;
      expect(() => cipher.decrypt(place, changed, 'text')).toThrow('not encrypted for this place');
    }
    expect(() => cipher.decrypt(place, stored.slice(0, 30), 'text')).toThrow('not encrypted for this place');
  });

  it('says nothing of itself when it does not open', () => {
    const stored = cipher.encrypt(place, '韩小宝');
    const complaint = ((): string => {
      try {
        return String(cipher.decrypt({ ...place, id: newId() }, stored, 'text'));
      } catch (error) {
        return String(error instanceof Error ? error.stack : error);
      }
    })();
    expect(complaint).not.toContain('韩小宝');
    expect(complaint).not.toContain(stored.slice(10));
  });

  it('opens under an older key of the ring, and new ones stand under the first', () => {
    const rotated = new Cipher(parseKeys(`${second},${first}`, 'the test'));
    expect(rotated.decrypt(place, cipher.encrypt(place, '韩小宝'), 'text')).toBe('韩小宝');
    const stored = rotated.encrypt(place, '韩小宝');
    expect(stored.startsWith(rotated.currentPrefix)).toBe(true);
    expect(() => cipher.decrypt(place, stored, 'text')).toThrow('under the key k2, which is not among the keys');
  });

  it('from before its column was encrypted reads as it is', () => {
    expect(cipher.decrypt(place, '韩小宝', 'text')).toBe('韩小宝');
    expect(cipher.decrypt(place, '2016', 'integer')).toBe(2016);
  });

  it('is neither written nor opened without keys', () => {
    expect(() => new Cipher(null).encrypt(place, '韩小宝')).toThrow('no keys');
    expect(() => new Cipher(null).decrypt(place, cipher.encrypt(place, '韩小宝'), 'text')).toThrow('no keys');
  });
});
