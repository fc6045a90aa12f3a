import { useFormat, useLabel } from '@weixiang/kit';
import { RowLink, type Column } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { PeopleQuery } from '../generated/graphql.js';

export type PersonRow = PeopleQuery['people']['edges'][number]['node'];

/** The columns in which people are listed, on their own page and at a unit. */
export function usePersonColumns(): Column<PersonRow>[] {
  const { t } = useTranslation();
  const accountOf = useAccount();
  const rolesOf = useRoles();
  return [
    {
      key: 'name',
      title: t('people.name'),
      cell: (person) => <RowLink to={`/people/${person.id}`}>{person.name ?? '—'}</RowLink>,
      isFixed: true,
      sort: { ascending: 'NAME', descending: 'NAME_LAST' },
      fold: 'lead',
    },
    {
      key: 'roles',
      title: t('people.role'),
      cell: (person) => <span title={rolesOf(person)}>{rolesOf(person)}</span>,
      isClipped: true,
      fold: 'tail',
    },
    { key: 'unit', title: t('wish.unit'), cell: ({ orgUnit }) => <span title={orgUnit?.name}>{orgUnit?.name ?? '—'}</span>, className: 'unit', fold: 'tail' },
    { key: 'phone', title: t('units.phone'), cell: ({ phone }) => phone ?? '—', className: 'is-figures' },
    {
      key: 'account',
      title: t('people.account'),
      cell: (person) => (person.isClosed ? <span className="chip">{accountOf(person)}</span> : accountOf(person)),
      fold: 'end',
    },
  ];
}

/** How somebody signs in: with a login, by text message, or not at all. */
export function useAccount() {
  const { t } = useTranslation();
  return ({ isClosed, hasLogin, phone }: Pick<PersonRow, 'isClosed' | 'hasLogin' | 'phone'>) => {
    if (isClosed) return t('people.accounts.closed');
    if (hasLogin) return t('people.accounts.login');
    return t(phone ? 'people.accounts.phone' : 'people.accounts.none');
  };
}

/** Roles in one line, each with its unit where that is not the person's own. */
function useRoles() {
  const { t } = useTranslation();
  const label = useLabel();
  const { series } = useFormat();
  return ({ assignments, orgUnit }: PersonRow) => {
    const held = assignments.edges.map(({ node }) => {
      const unit = node.orgUnit && node.orgUnit.id !== orgUnit?.id ? t('people.roleAt', { role: label(node.roleLabel), unit: node.orgUnit.name }) : undefined;
      return unit ?? label(node.roleLabel);
    });
    return held.length === 0 ? t('people.noRole') : series(held);
  };
}
