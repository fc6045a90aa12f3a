import type { ReactNode } from 'react';
import { phaseOf, type WishStateName } from './phase.rules.js';

const ring = <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />;

/** What stands inside the ring: the moon grows with the wish. */
const drawings: Record<WishStateName, ReactNode> = {
  SUBMITTED: ring,
  ACCEPTED: (
    <>
      {ring}
      <path d="M8 8V4A4 4 0 0 1 12 8z" fill="currentColor" />
    </>
  ),
  LISTED: (
    <>
      {ring}
      <path d="M8 8V4A4 4 0 0 1 8 12z" fill="currentColor" />
    </>
  ),
  IN_PROJECT: (
    <>
      {ring}
      <path d="M8 8V4A4 4 0 1 1 4 8z" fill="currentColor" />
    </>
  ),
  FULFILLED: (
    <>
      {ring}
      <circle cx="8" cy="8" r="4" fill="currentColor" />
    </>
  ),
  CONFIRMED: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path
        d="M4.8 8.3l2.2 2.2 4.2-4.6"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  MERGED: (
    <>
      <circle cx="5.75" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="10.25" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  DECLINED: (
    <>
      {ring}
      <path d="M3.8 12.2l8.4-8.4" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
};

/**
 * 月相: how far a wish has come. For wishes only, and always beside its word.
 * `<Phase state="LISTED" />`, or `<WishStateMark state="LISTED" />` for mark and word together.
 */
export function Phase({ state, isLate = false }: { state: WishStateName; isLate?: boolean }) {
  const { tone } = phaseOf(state);
  const shade = isLate ? 'is-late' : tone === 'doing' ? '' : `is-${tone}`;
  return (
    <svg className={shade ? `phase ${shade}` : 'phase'} viewBox="0 0 16 16" aria-hidden="true">
      {drawings[state]}
    </svg>
  );
}
