import { Empty, useFormat, useHolds, useLabel, useSession } from '@weixiang/kit';
import { Button, DataTable, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OpenEmergencyDialog, type Takeable } from '../emergencies/open-emergency-dialog.js';
import type { PersonQuery } from '../generated/graphql.js';
import { EndLoanDialog, LendRoleDialog, type Lendable, type Loan } from './lend-role-dialog.js';
import { RevokeRoleDialog, type Revocable } from './revoke-role-dialog.js';
import { RoleCell } from './role-cell.js';

type Person = NonNullable<PersonQuery['person']>;
type Role = Person['assignments']['edges'][number]['node'];

/** The roles of one person, each from when to when; lending and revoking them. */
export function PersonRoles({ person }: { person: Person }) {
  const { t } = useTranslation();
  const label = useLabel();
  const holds = useHolds();
  const { day } = useFormat();
  const { viewer } = useSession();
  const [revoked, setRevoked] = useState<Revocable>();
  const [lent, setLent] = useState<Lendable>();
  const [ended, setEnded] = useState<Loan>();
  const [taken, setTaken] = useState<Takeable>();
  const isOwn = person.id === viewer.person?.id;
  const name = person.name ?? t('people.unnamed');
  const roles = person.assignments.edges.map(({ node }) => node);
  const hasEnded = ({ until }: Role) => until !== null && until < viewer.today;
  return (
    <Section title={t('people.roles')} note={t('kit:list.count', { count: roles.length })}>
      {roles.length === 0 ? (
        <Empty>{t('people.noRoles')}</Empty>
      ) : (
        <DataTable
          label={t('people.roles')}
          rows={roles}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'role',
              title: t('people.role'),
              cell: (role) => <RoleCell holder={person} role={role} onEnd={setEnded} />,
              fold: 'lead',
            },
            {
              key: 'unit',
              title: t('wish.unit'),
              cell: ({ orgUnit }) =>
                orgUnit ? (
                  <Link className="link" to={`/units/${orgUnit.id}`}>
                    {orgUnit.name}
                  </Link>
                ) : (
                  '—'
                ),
              isClipped: true,
              fold: 'tail',
            },
            {
              key: 'since',
              title: t('people.dates'),
              cell: ({ since, until }) => (until ? `${day(since)}–${day(until)}` : t('people.since', { day: day(since) })),
              fold: 'tail',
            },
            {
              key: 'deeds',
              title: <span className="sr-only">{t('people.deeds')}</span>,
              cell: (role) => {
                // A role that has ended lends nothing and is not taken away.
                if (hasEnded(role)) return null;
                const naming = { name, role: label(role.roleLabel) };
                const [lendWords, takeWords, revokeWords] = [t('lending.lendWhat', naming), t('emergency.takeWhat', naming), t('people.revokeWhat', naming)];
                return (
                  <span className="row-deeds">
                    {role.role !== 'resident' && (isOwn || holds('role.grant')) && (
                      <Button isSmall label={lendWords} onPress={() => setLent({ assignment: role.id, words: lendWords })}>
                        {t('lending.lend')}
                      </Button>
                    )}
                    {role.isTakeable && (
                      <Button isSmall label={takeWords} onPress={() => setTaken({ assignment: role.id, words: takeWords })}>
                        {t('emergency.take')}
                      </Button>
                    )}
                    {holds('role.grant') && (
                      <Button isSmall tone="grave" label={revokeWords} onPress={() => setRevoked({ id: role.id, version: role.version, words: revokeWords })}>
                        {t('people.revoke')}
                      </Button>
                    )}
                  </span>
                );
              },
              isNumber: true,
              fold: 'end',
            },
          ]}
        />
      )}
      <LendRoleDialog key={lent?.assignment} role={lent} onClose={() => setLent(undefined)} />
      <OpenEmergencyDialog key={`taken ${taken?.assignment}`} role={taken} onClose={() => setTaken(undefined)} />
      <EndLoanDialog loan={ended} onClose={() => setEnded(undefined)} />
      <RevokeRoleDialog assignment={revoked} onClose={() => setRevoked(undefined)} />
    </Section>
  );
}
