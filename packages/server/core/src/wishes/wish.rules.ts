import { refuse, type Grant } from '@weixiang/kernel';
import { isRoleKey, ROLES, type Somebody, surnameOf, WISH_WORDS_MAX, wisherLabel, withoutContacts, withoutIdentity } from '@weixiang/shared';

/** The longest wish or answer, in characters. */
export const longestWords = WISH_WORDS_MAX;

const labelOnWall = /^\p{Script=Han}{1,2}(先生|女士|姓居民)$/u;

/**
 * How the wall names the wisher: as the wisher chose (`''` is not at all), else by the surname alone.
 * @throws Refusal LABEL_SHOWS_TOO_MUCH when it is more than a surname and a form of address.
 */
export function labelOnWallOf(chosen: string | null | undefined, name: string | null): string | null {
  if (chosen == null) return name === null ? null : wisherLabel(name);
  const label = chosen.trim();
  if (label === '') return null;
  const surname = name === null ? null : surnameOf(name);
  if (!labelOnWall.test(label) || (surname !== null && !label.startsWith(surname))) throw refuse('LABEL_SHOWS_TOO_MUCH', 'wisherLabel');
  return label;
}

/** Who answers, as the wall says it: 社区书记孙春生. The role is the one held nearest to the wish. */
export function answeredByLabel(name: string | null, grants: readonly Pick<Grant, 'role' | 'path' | 'lent' | 'taken'>[], path: string): string | null {
  const nearest = grants
    .filter((grant) => path === grant.path || path.startsWith(`${grant.path}.`))
    .toSorted((a, b) => b.path.length - a.path.length)
    .at(0);
  const role = nearest && isRoleKey(nearest.role) ? ROLES[nearest.role].zh : '';
  // “网格书记（网格员）” is two titles; the modest one fits everybody who has the role.
  const title = role.replace(/^.*（(.+)）$/, '$1');
  // 代社区书记: who stands in says so.
  return `${nearest?.lent || nearest?.taken ? '代' : ''}${title}${name ?? ''}` || null;
}

/** Who wishes, as an answer must not tell it to everybody. */
export function wisherIn({ wisherName, wisherPhone }: { wisherName: string | null; wisherPhone: string | null }): Somebody {
  return { name: wisherName, phone: wisherPhone };
}

/** An answer as everybody may read it. A telephone that staff give to be called stands; one of a resident's own words does not. */
export function answerOnWall(words: string, wishers: readonly Somebody[], isResidents = false): string {
  return withoutIdentity(isResidents ? withoutContacts(words) : words, wishers);
}

/** What a demand is called when nobody named it: the wish's first words, unless these are not for everybody. */
export function demandTitleOf(wish: { words: string; isPublic: boolean; number: number }): string {
  if (!wish.isPublic) return `居民心愿${wish.number}号`;
  const letters = [...withoutContacts(wish.words).replace(/\s+/g, ' ')];
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : letters.join('');
}

/** Words for those who gave none; wishers read Chinese, as the words around them. */
export const standardWords = {
  listed: '您的心愿已列入需求清单。',
  joined: (title: string) => `您的心愿已归入需求“${title}”，和其他居民的同类心愿一起办理。`,
  started: (project: string) => `您的心愿已立项，项目是“${project}”。`,
  unlistedFor: (project: string) => `项目“${project}”已经立项。`,
  completed: (project: string) => `项目“${project}”已经结项，请您看看心愿办成了没有。`,
  letGo: (project: string) => `项目“${project}”没有继续做下去，您的心愿重新列入办理，会另找项目。`,
  merged: '您的心愿和另一条心愿说的是同一件事，已经归并，一起办理。',
  skipped: (reason: string) => `您的心愿不再列入清单，直接办理：${reason}`,
  confirmed: '办成了。',
  notDone: '还没办成。',
} as const;

