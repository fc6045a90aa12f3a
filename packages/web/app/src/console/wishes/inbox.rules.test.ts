import { describe, expect, it } from 'vitest';
import { asksOnlyForWaiting, groupFilter, inboxDefaults, inboxGroups, periodDays, wishFilter } from './inbox.rules.js';

const group = (deed: string) => {
  const found = inboxGroups.find((each) => each.deed === deed);
  if (!found) throw new Error(`no group ${deed}`);
  return found;
};

describe('the filters of the inbox', () => {
  it('reads years, quarters and months as inclusive days', () => {
    expect(periodDays('2025')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
    expect(periodDays('2024Q1')).toEqual({ from: '2024-01-01', to: '2024-03-31' });
    expect(periodDays('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(periodDays('soon')).toBeUndefined();
  });

  it('takes from the URL only what the schema knows', () => {
    const filter = wishFilter(
      { ...inboxDefaults, channel: 'FORUM,PIGEON', priority: 'HIGH_URGENT,LOW_CALM', unit: '' },
      'unit_1',
    );
    expect(filter).toMatchObject({ channel: ['FORUM'], priority: ['HIGH_URGENT', 'LOW_CALM'], within: 'unit_1' });
  });

  it('lets a chosen unit win over the own one', () => {
    expect(wishFilter({ ...inboxDefaults, unit: 'unit_2' }, 'unit_1').within).toBe('unit_2');
  });
});

describe('the groups of the inbox', () => {
  it('parts accepted wishes by whether they are in a demand', () => {
    expect(groupFilter(group('gather'), ['ACCEPTED'])).toEqual({ state: ['ACCEPTED'], isGathered: false });
    expect(groupFilter(group('list'), ['ACCEPTED'])).toEqual({ state: ['ACCEPTED'], isGathered: true });
  });

  it('leaves out groups of which no state is chosen', () => {
    expect(groupFilter(group('confirm'), ['SUBMITTED'])).toBeUndefined();
    expect(groupFilter(group('done'), ['DECLINED'])).toEqual({ state: ['DECLINED'], isGathered: undefined });
  });

  it('shows every group while no state is chosen', () => {
    expect(inboxGroups.every((each) => groupFilter(each, undefined))).toBe(true);
  });
});

it('knows when an empty inbox means that all is answered', () => {
  expect(asksOnlyForWaiting(inboxDefaults)).toBe(true);
  expect(asksOnlyForWaiting({ ...inboxDefaults, state: 'SUBMITTED' })).toBe(true);
  expect(asksOnlyForWaiting({ ...inboxDefaults, search: '路灯' })).toBe(false);
  expect(asksOnlyForWaiting({ ...inboxDefaults, state: 'DECLINED' })).toBe(false);
});
