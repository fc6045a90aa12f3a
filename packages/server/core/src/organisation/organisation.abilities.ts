import { reach, within, type DefineAbilities } from '@weixiang/kernel';

const publicFields = ['id', 'code', 'name', 'kind', 'parent', 'depth', 'isClosed', 'opensOn', 'closedOn', 'childCount', 'headName', 'oversees', 'version', 'createdAt'] as const;

/** Everybody sees which units there are: residents choose theirs. Telephones need a permission. */
export const organisationAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'OrgUnit', null, publicFields);
  can('read', 'OrgUnit', { orgPath: within(reach(actor, 'organisation.read')) });
  can('reveal', 'OrgUnit', { orgPath: within(reach(actor, 'organisation.reveal')) });
  can(['create', 'edit', 'close'], 'OrgUnit', { orgPath: within(reach(actor, 'organisation.manage')) });
  if (actor.grants.some(({ permissions }) => permissions.has('tenant.manage'))) can(['edit', 'enable', 'disable'], 'Tenant');
};
