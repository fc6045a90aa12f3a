import { describe, expect, it, vi } from 'vitest';
import { keyring, newKey } from './idempotency.js';

describe('the keys of repeatable writes', () => {
  it('stay the same for the same content until it was answered', () => {
    const keys = keyring();
    const first = keys.keyFor({ words: '盼修路灯' });
    expect(keys.keyFor({ words: '盼修路灯' })).toBe(first);
    keys.answered();
    expect(keys.keyFor({ words: '盼修路灯' })).not.toBe(first);
  });

  it('change with the content, so that a corrected form is no replay', () => {
    const keys = keyring();
    expect(keys.keyFor({ words: '盼修灯' })).not.toBe(keys.keyFor({ words: '盼修路灯' }));
  });

  it('are never drawn twice', () => {
    const drawn = new Set(Array.from({ length: 1000 }, newKey));
    expect(drawn.size).toBe(1000);
  });

  it('outlive the page where they are kept, until there was an answer', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value), removeItem: (name: string) => kept.delete(name) });
    const key = keyring('wish').keyFor({ words: '盼修路灯' });
    const nextVisit = keyring('wish');
    expect(nextVisit.wasLost).toBe(true);
    expect(nextVisit.keyFor({ words: '盼修路灯' })).toBe(key);
    expect(keyring('other').wasLost).toBe(false);
    nextVisit.answered();
    expect(keyring('wish').wasLost).toBe(false);
    kept.set('wish', 'no JSON');
    expect(keyring('wish').wasLost).toBe(false);
    vi.unstubAllGlobals();
  });
});
