/** A key nobody else has. `crypto.randomUUID` exists only on https and localhost; districts also use plain http inside. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Gives the same content the same key until it was answered: a second press after a lost answer
 * replays the first one on the server and does nothing twice. With a name in `keptAs` it outlives the page.
 */
export function keyring(keptAs?: string) {
  let { content, key } = keptKey(keptAs);
  return {
    /** Whether something was sent on an earlier visit and nobody knows whether it arrived. */
    wasLost: content !== '',
    keyFor(input: unknown): string {
      const now = JSON.stringify(input);
      if (now !== content) {
        content = now;
        key = newKey();
        keep(keptAs, { content, key });
      }
      return key;
    },
    answered(): void {
      content = '';
      keep(keptAs, undefined);
    },
  };
}

type KeptKey = { content: string; key: string };

function keptKey(keptAs: string | undefined): KeptKey {
  try {
    const kept: unknown = JSON.parse((keptAs && localStorage.getItem(keptAs)) || 'null');
    if (typeof kept === 'object' && kept !== null && 'content' in kept && 'key' in kept) return { content: String(kept.content), key: String(kept.key) };
  } catch {
    // Storage is forbidden: the key lives as long as the page.
  }
  return { content: '', key: '' };
}

function keep(keptAs: string | undefined, kept: KeptKey | undefined): void {
  if (!keptAs) return;
  try {
    if (kept) localStorage.setItem(keptAs, JSON.stringify(kept));
    else localStorage.removeItem(keptAs);
  } catch {
    // As above.
  }
}
