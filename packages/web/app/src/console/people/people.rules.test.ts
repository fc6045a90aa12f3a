import { describe, expect, it } from 'vitest';
import { peopleFilter, soughtBy } from './people.rules.js';

describe('people', () => {
  it('are sought by a whole telephone number or by words', () => {
    expect(soughtBy('199 0000-7274')).toEqual({ phone: '19900007274' });
    expect(soughtBy(' 沈雨桐 ')).toEqual({ search: '沈雨桐' });
    expect(soughtBy('1990')).toEqual({ search: '1990' });
    expect(soughtBy('')).toEqual({ search: undefined });
  });

  it('are those of the chosen unit, else of the unit where the viewer works, with the role from today on', () => {
    const none = { unit: '', role: '', account: '', search: '' };
    expect(peopleFilter(none, 'unit_1', '2026-05-19')).toEqual({ within: 'unit_1', holds: undefined, isClosed: false, search: undefined });
    expect(peopleFilter({ ...none, unit: 'unit_2', role: 'gridWorker', account: 'closed' }, 'unit_1', '2026-05-19')).toEqual({
      within: 'unit_2',
      holds: { role: 'gridWorker', holdsOn: '2026-05-19' },
      isClosed: true,
      search: undefined,
    });
  });
});
