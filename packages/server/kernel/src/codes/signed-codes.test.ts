import { describe, expect, it } from 'vitest';
import { parseKeys } from '../encryption/key-ring.js';
import { SignedCodes } from './signed-codes.js';

const ring = parseKeys(`k1:${Buffer.alloc(32, 7).toString('base64')}`, 'test');
const use = { tenantId: '01980000-0000-7000-8000-000000000001', purpose: 'education.room' };
const id = '01980000-0000-7000-8000-00000000abcd';
const now = new Date('2026-05-19T02:00:00.123Z');
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('a signed code', () => {
  const codes = new SignedCodes(ring);
  const { code, expiresAt } = codes.sign(use, id, now, 60);

  it('says which record and when, until its time is over', () => {
    expect(expiresAt).toEqual(after(60));
    expect(codes.open(use, code, now)).toEqual({ id, issuedAt: now });
    expect(codes.open(use, code, after(60))).toEqual({ id, issuedAt: now });
    expect(codes.open(use, code, after(61))).toBe('EXPIRED');
  });

  it('is none for another tenant, another purpose, or when one character is changed', () => {
    expect(codes.open({ ...use, tenantId: '01980000-0000-7000-8000-000000000002' }, code, now)).toBe('INVALID');
    expect(codes.open({ ...use, purpose: 'education.family' }, code, now)).toBe('INVALID');
    for (const at of [0, 20, 30, code.length - 2]) {
      const other = code[at] === 'A' ? 'B' : 'A';
      expect(codes.open(use, `${code.slice(0, at)}${other}${code.slice(at + 1)}`, now)).toBe('INVALID');
    }
    for (const wrong of ['', 'x', code.slice(1), `${code}${code}`]) expect(codes.open(use, wrong, now)).toBe('INVALID');
  });

  it('needs a key', () => {
    expect(() => new SignedCodes(null).sign(use, id, now, 60)).toThrow('no keys');
  });
});
