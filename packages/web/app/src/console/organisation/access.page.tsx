import { useQuery } from '@apollo/client/react';
import { Empty, ErrorState, Loading, useHolds, useLabel } from '@weixiang/kit';
import { PageHead, Section, useUrlFilters } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { ExplainAccessQuery } from '../generated/graphql.js';
import { MissingPage } from '../missing.page.js';
import { recordIn } from './access.rules.js';
import { ActionTable } from './action-table.js';
import { GrantWords } from './grant-words.js';
import { ExplainAccessDocument } from '../people/lending.documents.js';
import { PersonSelect } from '../people/person-select.js';
import './units.css';

type Explanation = NonNullable<ExplainAccessQuery['explainAccess']>;

/** What a person can see and do, and why: by role, and for one record action by action. */
export default function AccessPage() {
  const { t } = useTranslation();
  const holds = useHolds();
  const [{ person, record }, setFilter] = useUrlFilters({ person: '', record: '' });
  const asked = recordIn(record);
  const { data, previousData, error, loading, refetch } = useQuery(ExplainAccessDocument, {
    variables: { person, record: asked },
    skip: !person,
    fetchPolicy: 'cache-and-network',
  });
  if (!holds('access.explain')) return <MissingPage />;
  const explained = (data ?? previousData)?.explainAccess;
  return (
    <div className="access">
      <PageHead title={t('access.title')} meta={t('access.meta')} crumbs={[{ label: t('nav.people'), to: '/people' }]} />
      <div className="form">
        <div className="pair">
          <div className="field-row">
            <label htmlFor="access-person">{t('access.person')}</label>
            <PersonSelect id="access-person" value={person} onPick={(picked) => setFilter({ person: picked })} />
          </div>
          <div className="field-row">
            <label htmlFor="access-record">{t('access.record')}</label>
            <input
              id="access-record"
              className="input"
              defaultValue={record}
              aria-describedby="access-record-hint"
              onChange={(event) => setFilter({ record: event.target.value.trim() })}
            />
            <span id="access-record-hint" className="hint">
              {t('access.recordHint')}
            </span>
          </div>
        </div>
      </div>
      {!person && <Empty>{t('access.choose')}</Empty>}
      {person && error && <ErrorState error={error} retry={() => void refetch()} />}
      {person && !error && !explained && (loading ? <Loading lines={[40, 40, 40]} /> : <Empty>{t('access.nobody')}</Empty>)}
      {person && !error && explained && <Explained explained={explained} asked={asked} />}
    </div>
  );
}

function Explained({ explained, asked }: { explained: Explanation; asked: string | undefined }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <>
      {asked && (
        <Section title={t('access.toRecord')} note={explained.record?.orgUnit?.name}>
          {explained.record ? <ActionTable actions={explained.record.actions} /> : <Empty>{t('access.noRecord')}</Empty>}
        </Section>
      )}
      <Section title={t('access.byRole')} note={explained.isClosed ? t('access.closed') : t('kit:list.count', { count: explained.grants.length })}>
        {explained.grants.length === 0 ? (
          <Empty>{t('access.noRoles')}</Empty>
        ) : (
          <ul className="grants">
            {explained.grants.map((grant) => (
              <li key={`${grant.assignment} ${grant.delegation ?? grant.emergency ?? ''}`}>
                <GrantWords grant={grant} />
                <ul className="permissions">
                  {grant.permissions
                    .filter(({ level }) => level !== 'own')
                    .map((permission) => (
                      <li key={permission.name} title={permission.name}>
                        {label(permission.label)}
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
