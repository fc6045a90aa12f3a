import { endOfSubtree, type Transaction } from '@weixiang/kernel';
import { childPath } from '@weixiang/shared';
import type { OrgUnit } from '../organisation/org-unit.entity.js';

/**
 * Puts a unit below another one, with everything below it. The statement is repeated until it finds nothing: a unit that
 * somebody adds meanwhile, under the lock of the unit above it, is seen by the next one.
 * @returns how many units changed their place.
 */
export async function graft(tx: Transaction, unit: OrgUnit, below: OrgUnit): Promise<number> {
  const former = unit.orgPath;
  const down = below.depth + 1 - unit.depth;
  unit.parent = below;
  unit.orgPath = childPath(below.orgPath, unit.id);
  unit.depth += down;
  await tx.em.flush();
  let moved = 1;
  for (;;) {
    const { affectedRows } = await tx.em.execute<{ affectedRows: number }>(
      `update org_unit set org_path = ?::text || substr(org_path, ?), depth = depth + ?
       where tenant_id = ? and org_path > ? and org_path < ?`,
      [unit.orgPath, former.length + 1, down, tx.tenant.id, former, endOfSubtree(former)],
      'run',
    );
    if (affectedRows === 0) return moved;
    moved += affectedRows;
  }
}
