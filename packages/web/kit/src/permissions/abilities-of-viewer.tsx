import { AbilityProvider } from '@casl/react';
import { useMemo, type ReactNode } from 'react';
import { useSession } from '../session/session.js';
import { abilitiesFrom } from './abilities.js';

/**
 * Lets `useMay` and `Can` below it speak of the viewer's rules. The console has it around its pages;
 * the portal does without, since `availableSteps` says there what can be done, and it saves every resident 6 KB.
 */
export function AbilitiesOfViewer({ children }: { children: ReactNode }) {
  const { viewer } = useSession();
  const abilities = useMemo(() => abilitiesFrom(viewer.abilities), [viewer.abilities]);
  return <AbilityProvider value={abilities}>{children}</AbilityProvider>;
}
