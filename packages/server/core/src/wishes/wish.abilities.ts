import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/** What the wall shows of a wish; never a name or a telephone. */
const publicFields = [
  'id', 'number', 'words', 'state', 'channel', 'scope', 'category', 'recordedOn', 'createdAt', 'orgUnit', 'wisherLabel', 'recordedBy',
  'isPublic', 'isMine', 'isSupportedByMe', 'supporterCount', 'answerDueAt', 'firstAnsweredAt', 'isOverdue', 'escalatedTo', 'escalatedAt',
  'demand', 'project', 'unlistedReason', 'mergedInto', 'lastAnswer', 'answers', 'photos', 'version',
] as const;

/** What staff may do to a wish of their subtree, and the permission it takes. */
const deeds = {
  read: 'wish.read',
  reveal: 'wish.reveal',
  edit: 'wish.edit',
  prioritise: 'wish.edit',
  answer: 'wish.answer',
  accept: 'wish.accept',
  decline: 'wish.decline',
  list: 'wish.list',
  merge: 'wish.merge',
  fulfil: 'wish.fulfil',
  confirm: 'wish.confirm',
  assign: 'wish.assign',
} as const;

/** Everybody reads the wall; residents all of their own; staff what belongs to their subtree. */
export const wishAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Wish', { isPublic: true }, publicFields);
  can('read', 'WishAnswer', { isPublic: true });
  for (const [deed, permission] of Object.entries(deeds)) can(deed, 'Wish', { orgPath: within(reach(actor, permission)) });
  can('read', 'WishAnswer', { orgPath: within(reach(actor, 'wish.read')) });
  can('reveal', 'WishAnswer', { orgPath: within(reach(actor, 'wish.reveal')) });
  if (actor.personId === null) return;
  const isOwn = { wisher: actor.personId };
  can(['read', 'edit', 'confirm'], 'Wish', isOwn);
  can('read', 'WishAnswer', isOwn);
  if (holds(actor, 'wish.make')) can('make', 'Wish');
  if (holds(actor, 'wish.support')) can('support', 'Wish', { isPublic: true });
};

function holds({ grants }: Parameters<DefineAbilities>[0], permission: string): boolean {
  return grants.some(({ permissions }) => permissions.has(permission));
}
