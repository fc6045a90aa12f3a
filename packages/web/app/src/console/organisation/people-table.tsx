import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useHolds, useLabel } from '@weixiang/kit';
import { Button, DataTable, Fetched, FilterSearch, More, Pick, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitPeopleQuery } from '../generated/graphql.js';
import { GrantRoleDialog } from './grant-role-dialog.js';
import { ResetPasswordDialog } from './reset-password-dialog.js';
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
  const result = useQuery(UnitPeopleDocument, {
    variables: { first: 50, filter: { [reach]: unit.id, search: search || undefined } },
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
  const [revoked, setRevoked] = useState<Revocable>();
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
            cell: ({ role }) => (role ? label(role.roleLabel) : t('people.noRole')),
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
            key: 'revoke',
            title: <span className="sr-only">{t('people.revoke')}</span>,
            cell: ({ person, role }) => {
              if (!role || !holds('role.grant')) return null;
              const words = t('people.revokeWhat', { name: person.name, role: label(role.roleLabel) });
              return (
                <Button
                  isSmall
                  tone="grave"
                  label={words}
                  onPress={() => setRevoked({ id: role.id, version: role.version, words })}
                >
                  {t('people.revoke')}
                </Button>
              );
            },
            isNumber: true,
            fold: 'end',
          },
        ]}
      />
      <ResetPasswordDialog person={reset} onClose={() => setReset(undefined)} />
      <RevokeRoleDialog assignment={revoked} onClose={() => setRevoked(undefined)} />
    </>
  );
}
