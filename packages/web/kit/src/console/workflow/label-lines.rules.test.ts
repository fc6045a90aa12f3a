import { expect, it } from 'vitest';
import { linesOf } from './label-lines.rules.js';

it('leaves a label that has room in one line', () => {
  expect(linesOf('资源整合', 60)).toEqual([{ words: '资源整合', isSqueezed: false }]);
  expect(linesOf('Draft', 60)).toEqual([{ words: 'Draft', isSqueezed: false }]);
});

it('breaks a long label at its space, and squeezes what cannot be broken', () => {
  expect(linesOf('Brand project', 60).map(({ words }) => words)).toEqual(['Brand', 'project']);
  expect(linesOf('Completion review', 60)).toEqual([
    { words: 'Completion', isSqueezed: true },
    { words: 'review', isSqueezed: false },
  ]);
});
