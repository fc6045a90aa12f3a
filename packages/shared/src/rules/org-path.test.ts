import { describe, expect, it } from 'vitest';
import { childPath, isWithinPath, orgPath, pathsDownTo, unitsOfPath } from './org-path.rules.js';

const root = '01961c2e-5d0b-7a3f-9c55-0c1f2a9be701';
const street = '01961c2e-5d0b-7a3f-9c55-0c1f2a9be702';

describe('org paths', () => {
  it('is the chain of units from the root down, and gives the units back', () => {
    const path = childPath(childPath(null, root), street);
    expect(path).toBe('01961c2e5d0b7a3f9c550c1f2a9be701.01961c2e5d0b7a3f9c550c1f2a9be702');
    expect(path).toBe(orgPath([root, street]));
    expect(unitsOfPath(path)).toEqual([root, street]);
    expect(unitsOfPath('')).toEqual([]);
    expect(pathsDownTo(path)).toEqual([childPath(null, root), path]);
  });

  it('holds a unit within itself and its ancestors, never within one that merely begins alike', () => {
    expect([isWithinPath('a.b', 'a.b'), isWithinPath('a.b', 'a'), isWithinPath('a.bc', 'a.b'), isWithinPath('a', 'a.b')]).toEqual([true, true, false, false]);
  });
});
