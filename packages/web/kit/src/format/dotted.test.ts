import { expect, it } from 'vitest';
import { dotted } from './dotted.js';

it('parts what there is by dots, and leaves out what is missing', () => {
  expect(dotted('光明社区', undefined, '', null, '实施').replaceAll(/[\u2060\u200b]/g, '')).toBe('光明社区·实施');
});

it('lets a line end behind a dot and never before it', () => {
  expect(dotted('光明社区', '实施')).toBe('光明社区\u2060·\u200b实施');
});
