import { bindInto, inSubtrees, refuse, type Refusal, type Transaction } from '@weixiang/kernel';
import { isWithinPath, pathsDownTo } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { ReorganisationKind, ReorganisationState } from './reorganisation.enums.js';
import { Reorganisation, type SplitPlan } from './reorganisation.entity.js';

/** A reorganisation as it is meant: looked at, planned, or about to be carried out. */
export interface Draft {
  kind: ReorganisationKind;
  unit: OrgUnit;
  /** The unit above afterwards, or the unit that stays; null for a split and a closing. */
  target: OrgUnit | null;
  plan: SplitPlan | null;
}

/**
 * Reorganisations of one tenant go one after the other, from the look at the tree to the commit: two at once could make a
 * circle that neither sees. The root's row stands for the tree; records may meanwhile still refer to it.
 */
export async function lockTree(tx: Transaction): Promise<void> {
  await tx.em.execute('select id from org_unit where tenant_id = ? and parent_id is null for no key update', [tx.tenant.id]);
}

/** Why the tree as it is now does not allow it; null when it does. Asked for the preview, for the plan and again on the day. */
export async function problemOf(tx: Transaction, draft: Draft): Promise<Refusal | null> {
  const { unit, target } = draft;
  if (!unit.parent) return refuse('ROOT_STAYS', 'id');
  if (unit.closedOn) return refuse('UNIT_CLOSED', 'id');
  if (target?.closedOn) return refuse('UNIT_CLOSED', fieldOf(draft));
  if (target && isWithinPath(target.orgPath, unit.orgPath)) return refuse('UNIT_WOULD_CIRCLE', fieldOf(draft));
  return (await problemOfKind(tx, draft)) ?? underWay(tx, draft);
}

async function problemOfKind(tx: Transaction, { kind, unit, target, plan }: Draft): Promise<Refusal | null> {
  if (kind === ReorganisationKind.MOVE) return unit.parent?.id === target?.id ? refuse('UNIT_ALREADY_THERE', 'to') : null;
  if (kind === ReorganisationKind.CLOSE) {
    const open = await tx.em.count(OrgUnit, { parent: unit, closedOn: null });
    return open > 0 ? refuse('UNIT_HAS_UNITS', 'id', { count: open }) : null;
  }
  if (kind === ReorganisationKind.SPLIT && plan) {
    if ((await tx.em.count(OrgUnit, { code: plan.code })) > 0) return refuse('UNIT_CODE_TAKEN', 'code');
    const children = await tx.em.count(OrgUnit, { parent: unit, id: { $in: plan.children } });
    if (children !== new Set(plan.children).size) return refuse('UNIT_NOT_BELOW', 'children');
  }
  return null;
}

/** One whose records still follow, or that was planned for the same unit, comes first. */
async function underWay(tx: Transaction, { unit, target }: Draft): Promise<Refusal | null> {
  const values: unknown[] = [tx.tenant.id, tx.tenant.id, ReorganisationState.FOLLOWING];
  const bind = bindInto(values);
  const above = [unit, ...(target ? [target] : [])].flatMap(({ orgPath }) => pathsDownTo(orgPath));
  const overlaps = `(${inSubtrees('other.org_path', [unit.orgPath], bind)} or other.org_path in (${above.map(bind).join(', ')}))`;
  const [row] = await tx.em.execute<{ name: string }[]>(
    `select other.name from reorganisation under_way join org_unit other on other.tenant_id = under_way.tenant_id and other.id = under_way.org_unit_id
     where under_way.tenant_id = ? and other.tenant_id = ? and under_way.state = ?
       and ${overlaps} limit 1`,
    values,
  );
  return row ? refuse('REORGANISATION_UNDER_WAY', 'id', { unit: row.name }) : null;
}

/** Refuses a second plan for a unit that has one: which of them comes first would be anybody's guess. */
export async function plannedAlready(tx: Transaction, unit: OrgUnit): Promise<Refusal | null> {
  const planned = await tx.em.findOne(Reorganisation, { orgUnit: unit, state: ReorganisationState.PLANNED });
  return planned && refuse('REORGANISATION_PLANNED', 'id', { on: planned.effectiveOn });
}

function fieldOf({ kind }: Draft): string {
  return kind === ReorganisationKind.MERGE ? 'into' : 'to';
}
