import { TypeID } from 'typeid-js';
import { validate, version } from 'uuid';
import { describe, expect, it, vi } from 'vitest';
import { isUuid, newId, parseTypeId, toTypeId } from './ids.js';

describe('newId', () => {
  it('makes UUIDs of version 7', () => {
    const id = newId();
    expect(validate(id)).toBe(true);
    expect(version(id)).toBe(7);
  });

  it('takes its time from the clock it is given', () => {
    const at = new Date('2025-03-04T05:06:07.089Z');
    const id = newId({ now: () => at });
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime());
  });

  it('sorts ids in the order of their making, even on a clock that stands still', () => {
    const clock = { now: () => new Date('2025-01-01T00:00:00Z') };
    const ids = Array.from({ length: 500 }, () => newId(clock));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(500);
  });

  it('goes on in order when the clock of the machine is set back', () => {
    const before = newId();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 60_000);
    expect(newId() > before).toBe(true);
    vi.restoreAllMocks();
  });

  it('is unlike any other at its end, which is random', () => {
    const ends = Array.from({ length: 2_000 }, () => newId().slice(-12));
    expect(new Set(ends).size).toBe(2_000);
  });
});

describe('TypeID', () => {
  it('agrees with typeid-js both ways on a thousand ids and on the extremes', () => {
    const extremes = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    for (const uuid of [...extremes, ...Array.from({ length: 1000 }, () => newId())]) {
      const text = toTypeId('wish', uuid);
      expect(text).toBe(TypeID.fromUUID('wish', uuid).toString());
      expect(parseTypeId(text)).toEqual({ prefix: 'wish', uuid });
    }
  });

  it('keeps a prefix of several words', () => {
    const uuid = newId();
    expect(parseTypeId(toTypeId('org_unit', uuid))).toEqual({ prefix: 'org_unit', uuid });
  });

  it.each([
    ['nothing', ''],
    ['a bare UUID', '01961c2e-5d0b-7a3f-9c55-0c1f2a9be701'],
    ['no prefix', '_01jregejrbf8zssnac3wn9qsr1'],
    ['a prefix with capitals', 'Wish_01jregejrbf8zssnac3wn9qsr1'],
    ['a prefix that ends in _', 'wish__01jregejrbf8zssnac3wn9qsr1'],
    ['too few letters', 'wish_01jregejrbf8zssnac3wn9qsr'],
    ['more than 128 bits', 'wish_81jregejrbf8zssnac3wn9qsr1'],
    ['a letter that base32 leaves out', 'wish_01jregejrbf8zssnac3wn9qsru'],
    ['an injection', "wish_01jregejrbf8zssnac3wn9qsr1' or 1=1"],
  ])('reads as absent: %s', (_, text) => {
    expect(parseTypeId(text)).toBeNull();
  });
});

describe('isUuid', () => {
  it('knows a UUID in either case and nothing else', () => {
    expect(isUuid('01961c2e-5d0b-7a3f-9c55-0c1f2a9be701')).toBe(true);
    expect(isUuid('01961C2E-5D0B-7A3F-9C55-0C1F2A9BE701')).toBe(true);
    expect(isUuid('01961c2e5d0b7a3f9c550c1f2a9be701')).toBe(false);
    expect(isUuid(7)).toBe(false);
  });
});
