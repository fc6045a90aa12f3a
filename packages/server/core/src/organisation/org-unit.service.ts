import { Forbidden, holdsAt, refuse, type Transaction } from '@weixiang/kernel';
import { childPath, parsePhone } from '@weixiang/shared';
import { VocabularyKind, VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import type { CreateOrgUnitInput, EditOrgUnitInput } from './org-unit.inputs.js';
import { OrgUnit } from './org-unit.entity.js';

const longestName = 100;
const longestCode = 50;

/** Adds a unit below another. */
export async function createOrgUnit(tx: Transaction, input: CreateOrgUnitInput): Promise<OrgUnit> {
  const parent = await tx.load(OrgUnit, input.parent, 'create', { field: 'parent' });
  if (parent.closedOn) throw refuse('UNIT_CLOSED', 'parent');
  const kind = await tx.refer(VocabularyTerm, input.kind, 'kind');
  if (kind.kind !== VocabularyKind.ORG_UNIT_KIND) throw refuse('NOT_FOUND', 'kind');
  const code = required(input.code, 'code', longestCode);
  if ((await tx.em.count(OrgUnit, { code })) > 0) throw refuse('UNIT_CODE_TAKEN', 'code');
  const name = required(input.name, 'name', longestName);
  const unit = plantUnit(tx, { parent, kind, code, name, headName: input.headName?.trim() || null, phone: phoneOf(input.phone) });
  tx.announce('orgUnit.created', unit);
  return unit;
}

/**
 * A new unit in its place. Its parent must have been flushed: MikroORM would otherwise insert the child without it first.
 */
export function plantUnit(tx: Transaction, data: Pick<OrgUnit, 'parent' | 'kind' | 'code' | 'name'> & Partial<Pick<OrgUnit, 'headName' | 'phone'>>): OrgUnit {
  const unit = tx.create(OrgUnit, data);
  unit.orgPath = childPath(data.parent?.orgPath ?? null, unit.id);
  unit.depth = (data.parent?.depth ?? 0) + 1;
  return unit;
}

/** Renames a unit, or changes its head. */
export async function editOrgUnit(tx: Transaction, input: EditOrgUnitInput): Promise<OrgUnit> {
  const unit = await tx.load(OrgUnit, input.id, 'edit', input);
  if (input.name != null) unit.name = required(input.name, 'name', longestName);
  if (input.headName !== undefined) unit.headName = input.headName?.trim() || null;
  if (input.phone !== undefined) unit.phone = phoneOf(input.phone);
  if (input.oversees != null) unit.oversees = overseenBy(tx, unit, input.oversees);
  return unit;
}

/** The tenant's root. @throws Error when the tenant has none yet. */
export async function rootUnit(tx: Transaction): Promise<OrgUnit> {
  const root = await tx.em.findOne(OrgUnit, { parent: { id: null } });
  if (!root) throw new Error('The tenant has no root unit.');
  return root;
}

/** What a unit oversees reaches everywhere, so only who manages the whole tree may say it. */
function overseenBy(tx: Transaction, unit: OrgUnit, types: readonly string[]): string[] {
  const [root = unit.orgPath] = unit.orgPath.split('.');
  if (!holdsAt(tx.actor, 'organisation.manage', root)) throw new Forbidden('oversee OrgUnit');
  return [...new Set(types.map((type) => type.trim()).filter((type) => type !== ''))].toSorted();
}

function required(text: string, field: string, limit: number): string {
  const trimmed = text.trim();
  if (trimmed === '') throw refuse('REQUIRED', field);
  if (trimmed.length > limit) throw refuse('TOO_LONG', field, { limit });
  return trimmed;
}

function phoneOf(text: string | null | undefined): string | null {
  if (!text) return null;
  const phone = parsePhone(text);
  if (phone === null) throw refuse('PHONE_INVALID', 'phone');
  return phone;
}
