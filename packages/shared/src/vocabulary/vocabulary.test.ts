import { describe, expect, it } from 'vitest';
import {
  ASPECTS, CATEGORIES, FREQUENCIES, GRADES, namesOf, ORG_UNIT_KINDS, PARTNER_KINDS, PRIORITIES, PROJECT_MODES, PROJECT_STATES,
  PROJECT_STATES_IN_LEDGERS, WISH_CHANNELS, WISH_SCOPES, WISH_STATES, WISH_STATES_IN_LEDGERS,
} from './index.js';
import { parseFrequency } from '../rules/frequency.rules.js';

const vocabularies = { ASPECTS, CATEGORIES, GRADES, PARTNER_KINDS, PRIORITIES, PROJECT_MODES, PROJECT_STATES, WISH_CHANNELS, WISH_SCOPES, WISH_STATES };

describe('vocabulary', () => {
  it.each(Object.entries(vocabularies))('gives every term of %s words of its own in both languages', (_, vocabulary) => {
    for (const language of ['zh', 'en'] as const) {
      const words = Object.values(vocabulary).map((label) => label[language]);
      expect(words.every((word) => word.trim() !== '')).toBe(true);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('has eight categories, five aspects, nine channels and four priorities', () => {
    expect([CATEGORIES, ASPECTS, WISH_CHANNELS, PRIORITIES].map((terms) => Object.keys(terms).length)).toEqual([8, 5, 9, 4]);
  });

  it('knows no kind of unit by two keys, nor a name of two kinds', () => {
    const names = ORG_UNIT_KINDS.flatMap((kind) => [...kind.names]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(ORG_UNIT_KINDS.map(({ key }) => key)).size).toBe(ORG_UNIT_KINDS.length);
  });

  it('can read every frequency it offers', () => {
    expect(FREQUENCIES.map((words) => parseFrequency(words))).not.toContain(null);
  });
});

describe('namesOf', () => {
  it("finds the key by the ledger's word, by another name too, and nothing else", () => {
    const states = namesOf(WISH_STATES, WISH_STATES_IN_LEDGERS);
    expect([states.get('已受理'), states.get('已答复'), states.get('办理中')]).toEqual(['ACCEPTED', 'ACCEPTED', 'SUBMITTED']);
    expect(states.get('飞鸽传书')).toBeUndefined();
    expect(namesOf(PROJECT_STATES, PROJECT_STATES_IN_LEDGERS).get('实施中')).toBe('RUNNING');
  });
});
