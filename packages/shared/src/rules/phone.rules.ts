// Mobile numbers: 工信部《电信网编号计划》 (2017): 11 digits, 1 and then 3–9. Landlines: area code 0 and 2–3 digits, then 7–8.
const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(0\d{2,3})-?([2-8]\d{6,7})(?:-(\d{1,6}))?$/;
const LOCAL = /^[2-8]\d{6,7}$/;
const SERVICE = /^[48]00-?\d{3}-?\d{4}$/;

/**
 * A Chinese phone number in its normal form, or null when it is none: mobile (also with +86), landline with or without
 * area code and extension, 400 and 800 numbers.
 * @example parsePhone('+86 199 0000 7274') // '19900007274'
 */
export function parsePhone(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s()]/g, '').replace(/[‐-―−]/g, '-').replace(/^(\+|00)86-?/, '');
  const mobile = plain.replaceAll('-', '');
  if (MOBILE.test(mobile)) return mobile;
  const [, area, number, extension] = LANDLINE.exec(plain) ?? [];
  if (area !== undefined && number !== undefined) return `${area}-${number}${extension ? `-${extension}` : ''}`;
  if (LOCAL.test(plain) || SERVICE.test(plain)) return plain;
  return null;
}

/** Whether a message can be sent to the number. `isMobile('19900007274') // true` */
export function isMobile(phone: string): boolean {
  return MOBILE.test(phone);
}

/**
 * The number as those may see it who may not read it: an owner recognises it, nobody can call it.
 * @example maskPhone('19900007274') // '199****7274'; maskPhone('0558-5523456') // '0558-*****56'
 */
export function maskPhone(phone: string): string {
  if (MOBILE.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  const [, area, number] = LANDLINE.exec(phone) ?? [];
  if (area !== undefined && number !== undefined) return `${area}-${'*'.repeat(number.length - 2)}${number.slice(-2)}`;
  return `${'*'.repeat(Math.max(phone.length - 2, 3))}${phone.length > 4 ? phone.slice(-2) : ''}`;
}
