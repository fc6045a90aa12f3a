import { holdsAtRoot, reach, within, type DefineAbilities } from '@weixiang/kernel';

// `orgPath` is shown by no field, but what may not be read cannot be filtered by either.
const publicFields = ['id', 'code', 'name', 'kind', 'parent', 'orgPath', 'depth', 'oversees', 'isClosed', 'opensOn', 'closedOn', 'mergedInto', 'childCount', 'children', 'wishes', 'projects', 'roles', 'reorganisations', 'version', 'createdAt'] as const;

/**
 * Everybody sees which units there are: residents choose theirs. Who heads them is for staff, since building groups and
 * member households are headed by neighbours, what bears a neighbour’s name is known by it to staff alone, and telephones need a permission of their own.
 */
export const organisationAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'OrgUnit', null, publicFields);
  can('read', 'OrgUnit', { orgPath: within(reach(actor, 'organisation.read')) });
  can('know', 'OrgUnit', { orgPath: within(reach(actor, 'organisation.read')) });
  can('reveal', 'OrgUnit', { orgPath: within(reach(actor, 'organisation.reveal')) });
  can(['create', 'edit'], 'OrgUnit', { orgPath: within(reach(actor, 'organisation.manage')) });
  if (!holdsAtRoot(actor, 'tenant.manage')) return;
  can(['edit', 'enable', 'disable'], 'Tenant');
  can('edit', 'VocabularyTerm');
};
