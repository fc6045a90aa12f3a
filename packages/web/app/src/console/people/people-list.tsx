import { Empty } from '@weixiang/kit';
import { ListTable, More, type Table } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { PeopleQuery } from '../generated/graphql.js';
import type { PersonRow } from './person-columns.js';
import { usePersonDeeds } from './use-person-deeds.js';

type PeopleListProps = {
  people: PeopleQuery['people'];
  table: Table<PersonRow>;
  /** What is said when there is nobody. */
  none: string;
  onMore: () => Promise<unknown>;
};

/** People as rows, one a person, with what can be done to several of them. */
export function PeopleList({ people, table, none, onMore }: PeopleListProps) {
  const { t } = useTranslation();
  const deeds = usePersonDeeds();
  return (
    <>
      <ListTable
        label={t('people.title')}
        table={table}
        hrefOf={({ id }) => `/people/${id}`}
        nameOf={({ id, name }) => name ?? id}
        rows={people.edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        deeds={deeds}
        empty={<Empty>{none}</Empty>}
      />
      <More shown={people.edges.length} total={people.totalCount} hasNext={people.pageInfo.hasNextPage} onMore={onMore} />
    </>
  );
}
