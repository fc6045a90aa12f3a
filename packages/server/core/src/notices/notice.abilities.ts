import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/** Notices are for everybody, account or not. */
export const noticeAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Notice');
  can('publishNotice', 'OrgUnit', { orgPath: within(reach(actor, 'notice.publish')) });
};
