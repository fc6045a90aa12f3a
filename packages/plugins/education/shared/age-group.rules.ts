/** Age groups of children: coarse enough to stand beside an encrypted year of birth. */
export const ageGroups = [
  { key: 'preschool', upTo: 5, label: { zh: '学龄前', en: 'before school' } },
  { key: 'lowerPrimary', upTo: 8, label: { zh: '6–8 岁', en: '6–8' } },
  { key: 'upperPrimary', upTo: 11, label: { zh: '9–11 岁', en: '9–11' } },
  { key: 'junior', upTo: 14, label: { zh: '12–14 岁', en: '12–14' } },
  { key: 'senior', upTo: 17, label: { zh: '15–17 岁', en: '15–17' } },
] as const;

/** The group of who was born in a year, by the age reached in the year of the first day; null for who is of age then. */
export function ageGroupOf(birthYear: number, startsOn: string): string | null {
  const age = Number(startsOn.slice(0, 4)) - birthYear;
  return ageGroups.find(({ upTo }) => age <= upTo)?.key ?? null;
}
