import { useQuery } from '@apollo/client/react';
import { useHolds, useSession } from '@weixiang/kit';
import { Button, ButtonLink, Fetched, FilterBar, FilterSearch, PageHead, Pick, useTable, useUrlFilters } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListTools } from '../list/list-tools.js';
import { personSorts } from '../list/sorts.js';
import { UnitSelect } from '../organisation/unit-select.js';
import { useWhere } from '../shell/where.js';
import { listed } from '../wishes/inbox.rules.js';
import { GrantRoleDialog } from './grant-role-dialog.js';
import { PeopleDocument } from './people.documents.js';
import { PeopleList } from './people-list.js';
import { peopleFilter } from './people.rules.js';
import { usePersonColumns } from './person-columns.js';
import { useGrantableRoles } from './role-fields.js';
import './people.css';

/** Everybody of the viewer's units, found by name, telephone, unit and role. */
export default function PeoplePage() {
  const { t } = useTranslation();
  const holds = useHolds();
  const { viewer } = useSession();
  const { place } = useWhere();
  const [filters, setFilter] = useUrlFilters({ unit: '', role: '', account: '', search: '' });
  const [isGranting, setGranting] = useState(false);
  const roles = useGrantableRoles();
  const table = useTable('people', usePersonColumns());
  const filter = peopleFilter(filters, place?.id, viewer.today);
  const result = useQuery(PeopleDocument, {
    variables: { first: 50, today: viewer.today, filter, sort: listed(table.sort ?? '', personSorts)?.[0] },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <>
      <PageHead
        title={t('nav.people')}
        meta={t('people.meta')}
        actions={
          <>
            {holds('access.explain') && <ButtonLink to="/access">{t('access.title')}</ButtonLink>}
            {holds('role.grant') && place && (
              <Button icon="add" onPress={() => setGranting(true)}>
                {t('people.grant')}
              </Button>
            )}
          </>
        }
      />
      <FilterBar
        count={result.data && t('kit:list.count', { count: result.data.people.totalCount })}
        tools={<ListTools page="people" table={table} ledger="people" filter={filter} />}
      >
        <UnitSelect label={t('filter.unit')} value={filters.unit} within={place?.id} onPick={(unit) => setFilter({ unit })} isFilter />
        <Pick label={t('people.role')} value={filters.role} options={roles} onPick={(role) => setFilter({ role })} />
        <Pick
          label={t('people.account')}
          value={filters.account}
          options={[{ value: 'closed', label: t('people.accounts.closed') }]}
          onPick={(account) => setFilter({ account })}
        />
        <FilterSearch label={t('people.search')} value={filters.search} onSearch={(search) => setFilter({ search })} />
      </FilterBar>
      <Fetched result={result}>
        {({ people }) => (
          <PeopleList
            people={people}
            table={table}
            none={t(holds('person.reveal') || !filters.search ? 'people.noneFound' : 'people.noneShown')}
            onMore={() => result.fetchMore({ variables: { after: people.pageInfo.endCursor } })}
          />
        )}
      </Fetched>
      {place && <GrantRoleDialog unit={place} isOpen={isGranting} onClose={() => setGranting(false)} />}
    </>
  );
}
