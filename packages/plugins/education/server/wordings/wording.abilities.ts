import { reach, type DefineAbilities } from '@weixiang/kernel';

/** Everybody may read what they would agree to; who answers for the whole tenant words it. */
export const wordingAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'ConsentWording');
  if (reach(actor, 'consent.word').some((path) => !path.includes('.'))) can('publish', 'ConsentWording');
};
