const numbers = new WeakMap<object, number>();
let last = 0;

/** A number by which keys name an object for as long as it lives. */
export function numberOf(object: object): number {
  let number = numbers.get(object);
  if (number === undefined) numbers.set(object, (number = ++last));
  return number;
}
