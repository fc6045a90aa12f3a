import { useQuery } from '@apollo/client/react';
import { Empty, useLabel } from '@weixiang/kit';
import { Button, ButtonLink, DataTable, Due, Fetched, RowLink, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgendaQuery } from '../generated/graphql.js';
import { useWhere } from '../shell/where.js';
import { AgendaDocument } from './today.documents.js';

type Item = AgendaQuery['agenda']['items'][number];

/** Rows at first, and after “all of them”: the server answers no more than a hundred at once. */
const few = 8;
const many = 100;

/** What waits on me, whatever it is, by deadline. */
export function AgendaSection() {
  const { t } = useTranslation();
  const { within } = useWhere();
  const [first, setFirst] = useState(few);
  const result = useQuery(AgendaDocument, { variables: { orgUnit: within, first }, fetchPolicy: 'cache-and-network', pollInterval: 60_000 });
  const { totalCount = 0, overdueCount = 0 } = result.data?.agenda ?? {};
  return (
    <Section
      title={t('today.agenda')}
      note={
        result.data && (
          <>
            {overdueCount > 0 && <b className="is-late-text">{t('today.late', { count: overdueCount })}</b>}
            {t('today.byDeadline', { count: totalCount })}
          </>
        )
      }
    >
      <Fetched result={result}>
        {({ agenda }) =>
          agenda.items.length === 0 ? (
            <Empty action={<ButtonLink to="/wishes?state=all">{t('today.seeWishes')}</ButtonLink>}>{t('today.nothingWaits')}</Empty>
          ) : (
            <>
              <AgendaTable items={agenda.items} />
              {agenda.totalCount > agenda.items.length && first === few && (
                <p className="more">
                  <Button onPress={() => setFirst(many)}>{t('today.all', { count: Math.min(agenda.totalCount, many) })}</Button>
                </p>
              )}
            </>
          )
        }
      </Fetched>
    </Section>
  );
}

function AgendaTable({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <DataTable
      label={t('today.agenda')}
      className="todo"
      rows={items}
      rowKey={({ name, id }) => `${name} ${id}`}
      columns={[
        { key: 'when', title: t('today.until'), cell: ({ dueAt }) => (dueAt ? <Due at={dueAt} /> : <span className="meta">{t('today.noDeadline')}</span>), className: 'when', fold: 'tail' },
        { key: 'kind', title: t('today.kind'), cell: ({ kind }) => label(kind), className: 'kind', fold: 'tail' },
        {
          key: 'what',
          title: t('today.what'),
          cell: ({ href, title, isVoice }) => (
            <RowLink to={href}>
              <span className={isVoice ? 'wishword' : undefined}>{title}</span>
            </RowLink>
          ),
          isClipped: true,
          fold: 'lead',
        },
        {
          key: 'where',
          title: t('wish.unit'),
          cell: ({ orgUnit, escalatedTo }) => (
            <span className="meta">{escalatedTo ? t('wish.escalatedTo', { unit: escalatedTo.name }) : orgUnit?.name}</span>
          ),
          fold: 'tail',
        },
        {
          key: 'do',
          title: <span className="sr-only">{t('step.next')}</span>,
          cell: (item) =>
            item === items[0] && isLate(item) ? (
              <ButtonLink to={item.href} tone="main" isSmall>
                {t('today.go', { action: label(item.action) })}
              </ButtonLink>
            ) : (
              <Link className="link" to={item.href}>
                {label(item.action)}
              </Link>
            ),
          isNumber: true,
          fold: 'end',
        },
      ]}
    />
  );
}

const isLate = ({ dueAt }: Item): boolean => dueAt !== null && Date.parse(dueAt) < Date.now();
