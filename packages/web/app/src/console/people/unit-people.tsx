import { useQuery } from '@apollo/client/react';
import { useHolds, useSession } from '@weixiang/kit';
import { Button, Fetched, FilterSearch, Pick, Section, useTable } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListTools } from '../list/list-tools.js';
import { personSorts } from '../list/sorts.js';
import { listed } from '../wishes/inbox.rules.js';
import { GrantRoleDialog } from './grant-role-dialog.js';
import { PeopleDocument } from './people.documents.js';
import { PeopleList } from './people-list.js';
import { soughtBy } from './people.rules.js';
import { usePersonColumns } from './person-columns.js';
import './people.css';

/** Who works at this unit, or also below it. */
export function UnitPeople({ unit }: { unit: { id: string; name: string; isClosed: boolean } }) {
  const { t } = useTranslation();
  const holds = useHolds();
  const { viewer } = useSession();
  const [reach, setReach] = useState('orgUnit');
  const [search, setSearch] = useState('');
  const [isGranting, setGranting] = useState(false);
  const table = useTable('unit-people', usePersonColumns());
  const filter = { [reach]: unit.id, isClosed: false, ...soughtBy(search) };
  const result = useQuery(PeopleDocument, {
    variables: { first: 50, today: viewer.today, filter, sort: listed(table.sort ?? '', personSorts)?.[0] },
    fetchPolicy: 'cache-and-network',
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
        <FilterSearch label={t('people.search')} value={search} onSearch={setSearch} />
        <ListTools table={table} ledger="people" filter={filter} />
      </div>
      <Fetched result={result} lines={[40, 40, 40]}>
        {({ people }) => (
          <PeopleList people={people} table={table} none={t('people.none')} onMore={() => result.fetchMore({ variables: { after: people.pageInfo.endCursor } })} />
        )}
      </Fetched>
      <GrantRoleDialog unit={unit} isOpen={isGranting} onClose={() => setGranting(false)} />
    </Section>
  );
}
