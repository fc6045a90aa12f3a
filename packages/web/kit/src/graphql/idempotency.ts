/** A key nobody else has. `crypto.randomUUID` exists only on https and localhost; districts also use plain http inside. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Gives the same content the same key until it was answered: a second press after a lost answer
 * replays the first one on the server and does nothing twice.
 */
export function keyring() {
  let content = '';
  let key = '';
  return {
    keyFor(input: unknown): string {
      const now = JSON.stringify(input);
      if (now !== content) {
        content = now;
        key = newKey();
      }
      return key;
    },
    answered(): void {
      content = '';
    },
  };
}
