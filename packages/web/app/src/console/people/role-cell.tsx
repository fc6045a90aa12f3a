import { useFormat, useHolds, useLabel, useSession } from '@weixiang/kit';
import { Button } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { OpenEmergencies } from '../emergencies/open-emergencies.js';
import type { PersonQuery } from '../generated/graphql.js';
import type { Loan } from './lend-role-dialog.js';

type Person = NonNullable<PersonQuery['person']>;
type RoleCellProps = { holder: Person; role: Person['assignments']['edges'][number]['node']; onEnd: (loan: Loan) => void };

/** A role, to whom it is lent, and who has taken it in an emergency. */
export function RoleCell({ holder, role, onEnd }: RoleCellProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const holds = useHolds();
  const { day } = useFormat();
  const { viewer } = useSession();
  const mayEnd = holder.id === viewer.person?.id || holds('role.grant');
  return (
    <>
      {label(role.roleLabel)} {role.until !== null && role.until < viewer.today && <span className="chip">{t('people.ended')}</span>}
      {role.delegations.edges.map(({ node: { id, version, since, until, person } }) => {
        const who = person?.name ?? t('lending.somebody');
        const words = t('lending.endWhat', { name: who, role: label(role.roleLabel) });
        return (
          <div key={id} className="meta">
            {t('lending.until', { name: who, since: day(since), until: day(until) })}{' '}
            {mayEnd && (
              <Button isSmall tone="bare" label={words} onPress={() => onEnd({ id, version, words })}>
                {t('lending.end')}
              </Button>
            )}
          </div>
        );
      })}
      <OpenEmergencies emergencies={role.emergencies.nodes} />
    </>
  );
}
