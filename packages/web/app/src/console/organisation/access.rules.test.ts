import { expect, it } from 'vitest';
import { recordIn } from './access.rules.js';

it('finds the id of a record in what was pasted', () => {
  expect(recordIn('wish_01h2xcejqtf2nbrexx3vqjhp41')).toBe('wish_01h2xcejqtf2nbrexx3vqjhp41');
  expect(recordIn('http://example.org/t/qiaocheng/console/wishes/wish_01h2xcejqtf2nbrexx3vqjhp41?x=1')).toBe('wish_01h2xcejqtf2nbrexx3vqjhp41');
  expect(recordIn('心愿')).toBeUndefined();
});
