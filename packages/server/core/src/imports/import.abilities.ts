import { reach, type Actor, type DefineAbilities } from '@weixiang/kernel';

/** Ledgers belong to the whole tenant: who may import, or look on, may only by a role at its root. */
export function holdsAtRoot(actor: Actor, permission: string): boolean {
  return actor.kind === 'system' || reach(actor, permission).some((path) => !path.includes('.'));
}

/** Who sent a file sees what became of it, and so do those who may look on. */
export const importAbilities: DefineAbilities = (actor, { can }) => {
  if (holdsAtRoot(actor, 'import.read')) can('read', 'Import');
  if (actor.personId !== null) can('read', 'Import', { startedBy: actor.personId });
};
