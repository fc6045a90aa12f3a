import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useHolds, useLabel, useSession } from '@weixiang/kit';
import { Button, ButtonLink, DataTable, Fetched, FilterSearch, More, Pick, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitPeopleQuery } from '../generated/graphql.js';
import { GrantRoleDialog } from './grant-role-dialog.js';
import { OpenEmergencyDialog, type Takeable } from '../emergencies/open-emergency-dialog.js';
import { EndLoanDialog, LendRoleDialog, type Lendable, type Loan } from './lend-role-dialog.js';
import { ResetPasswordDialog } from './reset-password-dialog.js';
import { RoleCell } from './role-cell.js';
import { RevokeRoleDialog, type Revocable } from './revoke-role-dialog.js';
import { UnitPeopleDocument } from './units.documents.js';

type Person = UnitPeopleQuery['people']['edges'][number]['node'];
type PersonRow = { key: string; person: Person; role?: Person['assignments']['edges'][number]['node'] };
type PeopleTableProps = { unit: { id: string; name: string; isClosed: boolean } };

/** Who works at this unit, or also below it, and which roles they hold since when; granting and revoking. */
export function PeopleTable({ unit }: PeopleTableProps) {
  const { t } = useTranslation();
  const holds = useHolds();
  const [reach, setReach] = useState('orgUnit');
  const [search, setSearch] = useState('');
  const [isGranting, setGranting] = useState(false);
  const { viewer } = useSession();
  const result = useQuery(UnitPeopleDocument, {
    variables: { first: 50, today: viewer.today, filter: { [reach]: unit.id, search: search || undefined } },
  });
  return (
    <Section
      title={t('people.title')}
      note={
        holds('role.grant') &&
        !unit.isClosed && (
          <Button isSmall icon="add" onPress={() => setGranting(true)}>
            {t('people.grant')}
          </Button>
        )
      }
    >
      <div className="filters">
        <Pick
          label={t('people.reach')}
          isFixed
          value={reach}
          options={['orgUnit', 'within'].map((value) => ({ value, label: t(`people.reaches.${value}`) }))}
          onPick={setReach}
        />
        <FilterSearch label={t('people.find')} value={search} onSearch={setSearch} />
      </div>
      <Fetched result={result} lines={[40, 40, 40]}>
        {({ people }) =>
          people.edges.length === 0 ? (
            <Empty>{t('people.none')}</Empty>
          ) : (
            <>
              <PeopleRows people={people.edges.map(({ node }) => node)} />
              <More
                shown={people.edges.length}
                total={people.totalCount}
                hasNext={people.pageInfo.hasNextPage}
                onMore={() => result.fetchMore({ variables: { after: people.pageInfo.endCursor } })}
              />
            </>
          )
        }
      </Fetched>
      <GrantRoleDialog unit={unit} isOpen={isGranting} onClose={() => setGranting(false)} />
    </Section>
  );
}

/** One row a role; somebody without any has one row too. */
function PeopleRows({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const holds = useHolds();
  const { day } = useFormat();
  const { viewer } = useSession();
  const [revoked, setRevoked] = useState<Revocable>();
  const [lent, setLent] = useState<Lendable>();
  const [ended, setEnded] = useState<Loan>();
  const [taken, setTaken] = useState<Takeable>();
  const [reset, setReset] = useState<{ id: string; name: string }>();
  const rows = people.flatMap((person): PersonRow[] => {
    const held = person.assignments.edges.map(({ node }) => node);
    return held.length === 0 ? [{ key: person.id, person }] : held.map((role) => ({ key: role.id, person, role }));
  });
  return (
    <>
      <DataTable
        label={t('people.title')}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', title: t('people.name'), cell: ({ person }) => person.name ?? '—', fold: 'lead' },
          {
            key: 'role',
            title: t('people.role'),
            cell: ({ person, role }) => (role ? <RoleCell holder={person} role={role} onEnd={setEnded} /> : t('people.noRole')),
            fold: 'tail',
          },
          { key: 'unit', title: t('wish.unit'), cell: ({ role }) => role?.orgUnit?.name ?? '—', isClipped: true, fold: 'tail' },
          { key: 'phone', title: t('units.phone'), cell: ({ person }) => person.phone ?? '—' },
          {
            key: 'since',
            title: t('people.dates'),
            cell: ({ role }) =>
              role && (role.until ? `${day(role.since)}–${day(role.until)}` : t('people.since', { day: day(role.since) })),
          },
          {
            key: 'reset',
            title: <span className="sr-only">{t('people.reset')}</span>,
            cell: ({ person }) =>
              person.hasLogin && holds('person.manage') ? (
                <Button
                  isSmall
                  label={t('people.resetWhose', { name: person.name })}
                  onPress={() => setReset({ id: person.id, name: person.name ?? '' })}
                >
                  {t('people.reset')}
                </Button>
              ) : null,
            isNumber: true,
          },
          {
            key: 'deeds',
            title: <span className="sr-only">{t('people.deeds')}</span>,
            cell: ({ person, role }) => {
              const naming = { name: person.name, role: role && label(role.roleLabel) };
              // Its holder lends it, or who could grant it; a role that has ended lends nothing.
              const isLasting = role && !(role.until && role.until < viewer.today);
              const mayLend = isLasting && role.role !== 'resident' && (person.id === viewer.person?.id || holds('role.grant'));
              const takeWords = t('emergency.takeWhat', naming);
              const lendWords = t('lending.lendWhat', naming);
              const revokeWords = t('people.revokeWhat', naming);
              return (
                <span className="row-deeds">
                  {holds('access.explain') && (
                    <ButtonLink isSmall tone="bare" to={`/access?person=${person.id}`}>
                      {t('access.short')}
                    </ButtonLink>
                  )}
                  {mayLend && (
                    <Button isSmall label={lendWords} onPress={() => setLent({ assignment: role.id, words: lendWords })}>
                      {t('lending.lend')}
                    </Button>
                  )}
                  {role?.isTakeable && (
                    <Button isSmall label={takeWords} onPress={() => setTaken({ assignment: role.id, words: takeWords })}>
                      {t('emergency.take')}
                    </Button>
                  )}
                  {isLasting && holds('role.grant') && (
                    <Button
                      isSmall
                      tone="grave"
                      label={revokeWords}
                      onPress={() => setRevoked({ id: role.id, version: role.version, words: revokeWords })}
                    >
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
      <ResetPasswordDialog person={reset} onClose={() => setReset(undefined)} />
      <LendRoleDialog key={lent?.assignment} role={lent} onClose={() => setLent(undefined)} />
      <OpenEmergencyDialog key={`taken ${taken?.assignment}`} role={taken} onClose={() => setTaken(undefined)} />
      <EndLoanDialog loan={ended} onClose={() => setEnded(undefined)} />
      <RevokeRoleDialog assignment={revoked} onClose={() => setRevoked(undefined)} />
    </>
  );
}
