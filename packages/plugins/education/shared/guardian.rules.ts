/** From this age on a person decides alone (Civil Code, art. 17–18); a guardian agrees for anybody younger. */
const ageOfMajority = 18;

/** Below this age everything known of a child is sensitive: it may not even be held without consent (PIPL, art. 28 and 31). */
const ageOfSensitivity = 14;

/** How old somebody may still be: only the year of birth is known, so the birthday counts as not yet reached. */
function youngestAge(birthYear: number, startsOn: string): number {
  return Number(startsOn.slice(0, 4)) - birthYear - 1;
}

/** Whether a guardian must agree, on the first day of the term; in doubt about the birthday, yes. */
export function needsGuardian(birthYear: number, startsOn: string): boolean {
  return youngestAge(birthYear, startsOn) < ageOfMajority;
}

/** Whether nothing may be held before the guardian has agreed; in doubt about the birthday, yes. */
export function needsConsentFirst(birthYear: number, startsOn: string): boolean {
  return youngestAge(birthYear, startsOn) < ageOfSensitivity;
}

/** Whether somebody can be of age on the first day; in doubt about the birthday, yes. */
export function canBeAdult(birthYear: number, startsOn: string): boolean {
  return youngestAge(birthYear, startsOn) + 1 >= ageOfMajority;
}

/** Whether somebody born in this year can come to a term: born already, and no older than people get. */
export function isBirthYear(birthYear: number, startsOn: string): boolean {
  const age = Number(startsOn.slice(0, 4)) - birthYear;
  return Number.isInteger(birthYear) && age >= 0 && age <= 120;
}
