/** A share of fewer records than this says nothing about a unit. */
export const fewestRecords = 5;

type Part = { key: string | null; value: number; recordCount: number };

/**
 * Units by a share, those that fall behind first; those with too few records to tell stand apart, and what belongs to no
 * unit of the level is left out.
 */
export function ranked<P extends Part>(parts: readonly P[]): { behind: P[]; tooFew: P[] } {
  const ofUnits = parts.filter(({ key }) => key !== null);
  return {
    behind: ofUnits.filter(({ recordCount }) => recordCount >= fewestRecords).toSorted((a, b) => a.value - b.value || b.recordCount - a.recordCount),
    tooFew: ofUnits.filter(({ recordCount }) => recordCount < fewestRecords),
  };
}
