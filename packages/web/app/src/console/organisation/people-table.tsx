import { Empty, useFormat, useHolds, useLabel } from '@weixiang/kit';
import { Button, DataTable, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitQuery } from '../generated/graphql.js';
import { GrantRoleDialog } from './grant-role-dialog.js';
import { RevokeRoleDialog } from './revoke-role-dialog.js';

type Person = UnitQuery['people']['edges'][number]['node'];
type PeopleTableProps = { unit: { id: string; name: string; isClosed: boolean }; people: readonly Person[]; total: number };

/** Who holds which role at this unit and below, since when; granting and revoking. */
export function PeopleTable({ unit, people, total }: PeopleTableProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const holds = useHolds();
  const { day } = useFormat();
  const [isGranting, setGranting] = useState(false);
  const [revoked, setRevoked] = useState<{ id: string; version: number; words: string }>();
  const assignments = people.flatMap((person) => person.assignments.edges.map(({ node }) => ({ ...node, person })));
  const rank = (each: (typeof assignments)[number]) => Number(each.orgUnit?.id !== unit.id);
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
      {assignments.length === 0 ? (
        <Empty>{t('people.none')}</Empty>
      ) : (
        <DataTable
          label={t('people.title')}
          rows={[...assignments].sort((one, other) => rank(one) - rank(other))}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t('people.name'), cell: ({ person }) => person.name ?? '—', fold: 'lead' },
            { key: 'role', title: t('people.role'), cell: ({ roleLabel }) => label(roleLabel), fold: 'tail' },
            { key: 'unit', title: t('wish.unit'), cell: ({ orgUnit }) => orgUnit?.name ?? '—', isClipped: true, fold: 'tail' },
            { key: 'phone', title: t('units.phone'), cell: ({ person }) => person.phone ?? '—' },
            {
              key: 'since',
              title: t('people.dates'),
              cell: ({ since, until }) => (until ? `${day(since)}–${day(until)}` : t('people.since', { day: day(since) })),
            },
            {
              key: 'revoke',
              title: <span className="sr-only">{t('people.revoke')}</span>,
              cell: ({ id, version, person, roleLabel }) =>
                holds('role.grant') && (
                  <Button
                    isSmall
                    tone="grave"
                    label={t('people.revokeWhat', { name: person.name, role: label(roleLabel) })}
                    onPress={() =>
                      setRevoked({ id, version, words: t('people.revokeWhat', { name: person.name, role: label(roleLabel) }) })
                    }
                  >
                    {t('people.revoke')}
                  </Button>
                ),
              isNumber: true,
              fold: 'end',
            },
          ]}
        />
      )}
      {people.length < total && <p className="meta">{t('people.shownOf', { shown: people.length, total })}</p>}
      <GrantRoleDialog unit={unit} isOpen={isGranting} onClose={() => setGranting(false)} />
      <RevokeRoleDialog assignment={revoked} onClose={() => setRevoked(undefined)} />
    </Section>
  );
}
