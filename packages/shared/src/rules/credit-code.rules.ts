// GB 32100-2015: 18 characters without I, O, S, V, Z; the last is a check character (GB/T 17710 mod 31).
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * The 18th character for the first 17 of a unified social credit code 统一社会信用代码 (GB 32100-2015, 3ⁱ mod 31).
 * @example creditCodeCheckCharacter('52999999000000001') // 'L'
 */
export function creditCodeCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17.slice(0, 17)) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/**
 * The code in its normal form (capitals, no spaces), or null when it is not one: wrong length, a character that the
 * standard leaves out, an area code (characters 3–8) that is not six digits, or a wrong check character.
 * @example parseCreditCode(' 52999999000000001l ') // '52999999000000001L'
 */
export function parseCreditCode(text: string): string | null {
  const code = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (!SHAPE.test(code)) return null;
  return creditCodeCheckCharacter(code) === code.charAt(17) ? code : null;
}
