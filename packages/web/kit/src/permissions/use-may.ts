import { subject } from '@casl/ability';
import { useAbility } from '@casl/react';
import type { Abilities } from './abilities.js';

/**
 * Asks what the viewer may do, to disable with a reason what they may not.
 * `const may = useMay(); may('answer', 'Wish', wish)`: without a row it asks about any row at all.
 */
export function useMay(): (action: string, noun: string, row?: object) => boolean {
  const abilities = useAbility<Abilities>();
  // CASL marks the object it is given, and Apollo's are frozen: it gets a copy.
  return (action, noun, row) => abilities.can(action, row ? subject(noun, { ...row }) : noun);
}
