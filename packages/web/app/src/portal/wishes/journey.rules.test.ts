import { describe, expect, it } from 'vitest';
import { nextOf, stationsOf, type Answer } from './journey.rules.js';

const answer = (state: Answer['state'], at: string, words: string): Answer => ({
  id: at,
  state,
  at,
  words,
  answeredByLabel: null,
  isFromLedger: false,
});

describe('the journey of a wish', () => {
  it('begins on the day it was recorded and waits for an answer', () => {
    expect(stationsOf({ state: 'SUBMITTED', recordedOn: '2026-04-08', answers: [] })).toEqual([
      { state: 'SUBMITTED', at: '2026-04-08', answers: [] },
    ]);
    expect(nextOf('SUBMITTED')).toBe('ACCEPTED');
  });

  it('tells its answers in the order in which they were given, whatever the order they came in', () => {
    const stations = stationsOf({
      state: 'LISTED',
      recordedOn: '2026-04-08',
      answers: [answer('LISTED', '2026-04-15T02:00:00Z', '排第 3 位'), answer('ACCEPTED', '2026-04-09T02:00:00Z', '收到了')],
    });
    expect(stations.map(({ state }) => state)).toEqual(['SUBMITTED', 'ACCEPTED', 'LISTED']);
  });

  it('keeps words that changed nothing at the station where they were spoken', () => {
    const stations = stationsOf({
      state: 'ACCEPTED',
      recordedOn: '2026-04-08',
      answers: [answer('ACCEPTED', '2026-04-09T02:00:00Z', '收到了'), answer('ACCEPTED', '2026-04-12T02:00:00Z', '还在商量')],
    });
    expect(stations.at(-1)?.answers.map(({ words }) => words)).toEqual(['收到了', '还在商量']);
  });

  it('shows a state that was reached without words as a station without a day', () => {
    const stations = stationsOf({ state: 'IN_PROJECT', recordedOn: '2025-04-08', answers: [] });
    expect(stations.at(-1)).toEqual({ state: 'IN_PROJECT', at: undefined, answers: [] });
  });

  it('gives an answer of a ledger no day, since the ledger gave none', () => {
    const stations = stationsOf({
      state: 'ACCEPTED',
      recordedOn: '2025-04-08',
      answers: [{ ...answer('ACCEPTED', '2026-05-19T02:00:00Z', '已答复'), isFromLedger: true }],
    });
    expect(stations.at(-1)).toMatchObject({ state: 'ACCEPTED', at: undefined });
  });

  it('ends where the wish was confirmed, merged or declined', () => {
    expect([nextOf('CONFIRMED'), nextOf('MERGED'), nextOf('DECLINED')]).toEqual([undefined, undefined, undefined]);
  });
});
