import { holdsAtRoot, type DefineAbilities } from '@weixiang/kernel';

/** Everybody sees what they exported themselves; who looks after the tenant sees all of it. */
export const ledgerExportAbilities: DefineAbilities = (actor, { can }) => {
  if (holdsAtRoot(actor, 'export.read')) can('read', 'LedgerExport');
  if (actor.personId !== null) can('read', 'LedgerExport', { exportedBy: actor.personId });
};
