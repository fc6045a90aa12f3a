import type { Transaction } from '@weixiang/kernel';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { plantUnit } from '../organisation/org-unit.service.js';
import { endRolesAt } from '../people/people.service.js';
import { graft } from './reorganisation.tree.js';
import { ReorganisationKind } from './reorganisation.enums.js';
import type { Reorganisation } from './reorganisation.entity.js';
import type { Draft } from './reorganisation.draft.js';

/** Changes the tree, as each kind does it; the records follow later. Answers how many units changed their place. */
export const deeds: Readonly<Record<ReorganisationKind, (tx: Transaction, it: Reorganisation, draft: Draft) => Promise<number>>> = {
  async [ReorganisationKind.MOVE](tx, _it, { unit, target }) {
    if (!target) throw new Error('A move leads somewhere.');
    tx.announce('orgUnit.moved', unit, { to: target.id });
    return graft(tx, unit, target);
  },

  async [ReorganisationKind.MERGE](tx, it, { unit, target }) {
    if (!target) throw new Error('A merger leads somewhere.');
    const moved = await graftAll(tx, await tx.em.find(OrgUnit, { parent: unit }, { orderBy: { code: 'asc' } }), target);
    unit.mergedInto = target;
    await close(tx, it, unit);
    tx.announce('orgUnit.merged', unit, { into: target.id });
    tx.announce('orgUnit.absorbed', target, { unit: unit.id });
    return moved;
  },

  async [ReorganisationKind.SPLIT](tx, it, { unit, plan }) {
    if (!plan) throw new Error('A split names the new unit.');
    const beside = plantUnit(tx, { parent: unit.parent, kind: unit.kind, name: plan.name, code: plan.code });
    beside.opensOn = it.effectiveOn;
    await tx.em.flush();
    it.target = beside;
    tx.announce('orgUnit.created', beside, { from: unit.id });
    tx.announce('orgUnit.split', unit, { into: beside.id });
    return graftAll(tx, await tx.em.find(OrgUnit, { parent: unit, id: { $in: plan.children } }, { orderBy: { code: 'asc' } }), beside);
  },

  async [ReorganisationKind.CLOSE](tx, it, { unit }) {
    await close(tx, it, unit);
    tx.announce('orgUnit.closed', unit);
    return 0;
  },
};

async function graftAll(tx: Transaction, units: readonly OrgUnit[], below: OrgUnit): Promise<number> {
  let moved = 0;
  for (const unit of units) {
    tx.announce('orgUnit.moved', unit, { to: below.id });
    moved += await graft(tx, unit, below);
  }
  return moved;
}

/** From its day on the unit is no longer there; roles at it end on the eve. */
async function close(tx: Transaction, { effectiveOn }: Reorganisation, unit: OrgUnit): Promise<void> {
  unit.closedOn = effectiveOn;
  await endRolesAt(tx, unit, effectiveOn);
}
