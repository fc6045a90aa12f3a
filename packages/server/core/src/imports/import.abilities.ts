import { holdsAtRoot, type Actor, type DefineAbilities } from '@weixiang/kernel';

/**
 * Ledgers belong to the whole tenant: who may import, or look on, may only by a role at its root. Who sent a file sees what
 * became of it, as long as they may still send others: refused rows hold names and telephones.
 */
export const importAbilities: DefineAbilities = (actor, { can }) => {
  if (holdsAtRoot(actor, 'import.read')) can('read', 'Import');
  if (holdsAtRoot(actor, 'import.reveal')) can('reveal', 'Import');
  if (actor.personId !== null && importsAnything(actor)) can(['read', 'reveal'], 'Import', { startedBy: actor.personId });
};

/** Importers of plugins may ask a permission of their own; it is called `<feature>.import`. */
function importsAnything(actor: Actor): boolean {
  return actor.grants.some(({ permissions }) => [...permissions].some((permission) => permission.endsWith('.import')));
}
