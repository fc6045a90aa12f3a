import { holdsAtRoot, indexOf, RecordRef, registry, Forbidden, TenantRecord, type Actor, type Grant, type RequestContext } from '@weixiang/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isRoleKey, parseTypeId, ROLES, toTypeId } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { explain } from './access.rules.js';
import type { AccessExplanation, AccessGrant, AccessPermission, RecordAccess } from './access.type.js';
import { Person } from './person.entity.js';

/**
 * What a person can see and do, and why; of one record, if it is named and the one who asks may see it. Null when there is
 * no such person to be seen.
 * @throws Forbidden unless the one who asks may explain access in the whole tenant.
 */
export async function explainAccess(context: RequestContext, person: string, record: string | null): Promise<AccessExplanation | null> {
  if (!holdsAtRoot(context.actor, 'access.explain')) throw new Forbidden('explain access');
  const { kernel, tenant } = context;
  return kernel.database.inTenant(tenant.id, async (em) => {
    const found = await recordOf(context, em, person);
    if (!(found instanceof Person)) return null;
    const actor = (await kernel.personAs(em, tenant, found.id))?.actor ?? null;
    const asked = actor ?? closedAccount(context, found);
    return {
      person: new RecordRef('Person', found.id),
      isClosed: actor === null,
      grants: asked.grants.map((grant) => describe(context, grant)),
      record: record === null ? null : await accessTo(context, em, asked, record),
    };
  });
}

async function accessTo(context: RequestContext, em: EntityManager, actor: Actor, id: string): Promise<RecordAccess | null> {
  const record = await recordOf(context, em, id);
  const table = record && registry.tableOf(record.constructor as never); // an object's constructor is its class
  if (!record || !table) return null;
  const root = await em.findOneOrFail(OrgUnit, { parent: { id: null } });
  const unit: unknown = Reflect.get(record, 'orgUnit');
  const { permissions } = indexOf(context.features);
  return {
    record: new RecordRef(table.subject, record.id),
    orgUnit: unit instanceof OrgUnit ? new RecordRef('OrgUnit', unit.id) : null,
    actions: explain(context.features, actor, record, root.orgPath).map(({ grants, permission, ...explained }) => ({
      ...explained,
      grants: grants.map((grant) => describe(context, grant)),
      permission: permission === null || !permissions.has(permission) ? null : permissionOf(context, permission),
    })),
  };
}

/** The record with this id, if the one who asks may read it. */
async function recordOf({ ability, tenant }: RequestContext, em: EntityManager, id: string): Promise<TenantRecord | null> {
  const parsed = parseTypeId(id);
  const table = parsed && registry.tableByPrefix(parsed.prefix);
  if (!parsed || !table) return null;
  const found = await em.findOne(table.entity as new () => TenantRecord, { tenantId: tenant.id, id: parsed.uuid }); // the registry calls its classes abstract
  return found && ability.can('read', found) ? found : null;
}

function closedAccount({ tenant }: RequestContext, { name }: Person): Actor {
  return { kind: 'anonymous', tenantId: tenant.id, personId: null, name, language: 'zh', grants: [] };
}

function describe(context: RequestContext, { assignmentId, role, orgUnitId, permissions, lent, taken }: Grant): AccessGrant {
  return {
    assignment: toTypeId('assignment', assignmentId),
    role,
    label: isRoleKey(role) ? ROLES[role] : { zh: role, en: role },
    orgUnit: new RecordRef('OrgUnit', orgUnitId),
    delegation: lent ? toTypeId('delegation', lent.delegationId) : null,
    lender: lent ? new RecordRef('Person', lent.lenderId) : null,
    lentUntil: lent?.until ?? null,
    emergency: taken ? toTypeId('emergency', taken.emergencyId) : null,
    holder: taken ? new RecordRef('Person', taken.holderId) : null,
    takenUntil: taken?.until ?? null,
    permissions: [...permissions].toSorted().map((name) => permissionOf(context, name)),
  };
}

function permissionOf({ features }: RequestContext, name: string): AccessPermission {
  const permission = indexOf(features).permissions.get(name);
  return { name, label: permission?.label ?? { zh: name, en: name }, level: permission?.level ?? 'unit' };
}
