import { describe, expect, it } from 'vitest';
import { surnameOf, wallName } from './wisher.rules.js';

describe('what the wall shows of a wisher', () => {
  it('is the surname and a form of address, never the whole name', () => {
    expect(wallName('韩建国', 'sir')).toBe('韩先生');
    expect(wallName(' 欧阳文 ', 'madam')).toBe('欧阳女士');
  });

  it('is nothing when the wisher wants nothing shown or gave no name', () => {
    expect(wallName('韩建国', 'hidden')).toBe('');
    expect(wallName('  ', 'sir')).toBe('');
    expect(surnameOf('')).toBe('');
  });
});
