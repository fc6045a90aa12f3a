import { randomInt } from 'node:crypto';

/** The shortest password a person may choose, in characters. */
export const shortestPassword = 10;
/** How long a one-time password opens its account. */
export const oneTimePasswordDays = 7;

// Without what is taken for something else when read aloud or from paper: 0 o 1 l i.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be used once and then changed, easy to read aloud. `oneTimePassword() // 'k7rp-x3mw-9hdt'` */
export function oneTimePassword(): string {
  return [0, 1, 2].map(() => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-');
}
