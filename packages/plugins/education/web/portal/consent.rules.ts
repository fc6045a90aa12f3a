/** From this age on a person decides alone (Civil Code, art. 17–18); a guardian agrees for anybody younger. */
const ageOfMajority = 18;

/** Whether a guardian must agree: in doubt about the birthday, yes. */
export function needsGuardian(birthYear: number, thisYear: number): boolean {
  return thisYear - birthYear <= ageOfMajority;
}

/** A year of birth as typed, or undefined while it is not one. */
export function birthYearOf(typed: string, thisYear: number): number | undefined {
  if (!/^\d{4}$/.test(typed.trim())) return undefined;
  const year = Number(typed);
  return year >= thisYear - 120 && year <= thisYear ? year : undefined;
}
