import { useFormat, useLabel } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import type { ForeseenFragment, SightOfRoleFragment } from '../generated/graphql.js';

/** What a reorganisation will change, in words: how much, from when, and who gains or loses sight of it. */
export function ForeseenWords({ foreseen }: { foreseen: ForeseenFragment }) {
  const { t } = useTranslation();
  const { day, number } = useFormat();
  const count = (key: string, value: number) =>
    value > 0 && <li key={key}>{t(`reorganise.${key}`, { count: value, shown: number(value) })}</li>;
  const { effectiveOn, units, people, records, openWishes, wishesAwaitingAnswer, openProjects, roles } = foreseen;
  return (
    <div className="foreseen">
      <p>{t('reorganise.from', { day: effectiveOn ? day(effectiveOn) : '' })}</p>
      <ul>
        {count('units', units)}
        {count('people', people)}
        {count('roles', roles)}
        {count('records', records)}
        {count('openWishes', openWishes)}
        {count('awaiting', wishesAwaitingAnswer)}
        {count('openProjects', openProjects)}
      </ul>
      <Roles title={t('reorganise.gaining', { count: foreseen.gainingCount })} roles={foreseen.gaining} total={foreseen.gainingCount} />
      <Roles title={t('reorganise.losing', { count: foreseen.losingCount })} roles={foreseen.losing} total={foreseen.losingCount} />
      <Roles title={t('reorganise.ending', { count: foreseen.endingRoles.length })} roles={foreseen.endingRoles} total={foreseen.endingRoles.length} />
      {foreseen.gainingCount + foreseen.losingCount === 0 && <p className="meta">{t('reorganise.sameSight')}</p>}
    </div>
  );
}

function Roles({ title, roles, total }: { title: string; roles: readonly SightOfRoleFragment[]; total: number }) {
  const { t } = useTranslation();
  const label = useLabel();
  if (total === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul>
        {roles.map(({ id, person, roleLabel, orgUnit }) => (
          <li key={id}>
            {person?.name} <span className="meta">{[orgUnit?.name, label(roleLabel)].filter(Boolean).join(' ')}</span>
          </li>
        ))}
        {total > roles.length && <li className="meta">{t('reorganise.unnamed', { count: total - roles.length })}</li>}
      </ul>
    </>
  );
}
