import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useRefusingMutation } from '@weixiang/kit';
import { Button, DataTable, Fetched } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { DeliveriesQuery, DeliveryState } from '../generated/graphql.js';
import { DeliveriesDocument, ReplayDeliveryDocument } from './webhooks.documents.js';

type Delivery = NonNullable<DeliveriesQuery['webhook']>['deliveries']['nodes'][number];

const tones: Record<DeliveryState, string> = { WAITING: 'is-wait', DELIVERED: 'is-done', FAILED: 'is-late' };

/** The last hundred of what was sent in 30 days; what did not arrive can be sent again. It looks again while something waits. */
export function DeliveryLog({ webhook, nameOf }: { webhook: string; nameOf: (event: string) => string }) {
  const { t } = useTranslation();
  const { day, time, number } = useFormat();
  const result = useQuery(DeliveriesDocument, { variables: { id: webhook, first: 100 }, fetchPolicy: 'cache-and-network', pollInterval: 10_000 });
  const replay = useRefusingMutation(ReplayDeliveryDocument, (data) => data.replayDelivery, { refetch: ['Deliveries'] });
  const answerOf = ({ problem, status }: Delivery) => (problem ? t(`webhooks.${problem}`, { status: status ?? '' }) : (status ?? '—'));
  return (
    <Fetched result={result} lines={[40, 40, 40]}>
      {({ webhook: found }) => {
        const rows = found?.deliveries.nodes ?? [];
        if (!found || rows.length === 0) return <Empty>{t('webhooks.noLog')}</Empty>;
        const { totalCount } = found.deliveries;
        return (
          <>
            <DataTable
              label={t('webhooks.log')}
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                { key: 'at', title: t('webhooks.at'), cell: (each) => `${day(each.happenedAt)} ${time(each.happenedAt)}`, fold: 'tail' },
                { key: 'event', title: t('webhooks.event'), cell: (each) => nameOf(each.event), fold: 'lead' },
                { key: 'attempts', title: t('webhooks.attempts'), cell: (each) => number(each.attempts), isNumber: true },
                { key: 'answer', title: t('webhooks.answer'), cell: answerOf, fold: 'tail' },
                {
                  key: 'state',
                  title: t('webhooks.state'),
                  cell: (each) => <span className={`chip ${tones[each.state]}`}>{t(`webhooks.${each.state}`)}</span>,
                  fold: 'end',
                },
                {
                  key: 'replay',
                  title: '',
                  cell: (each) =>
                    each.state === 'WAITING' ? null : (
                      <Button tone="bare" isSmall onPress={() => void replay.send({ id: each.id })}>
                        {t('webhooks.replay')}
                      </Button>
                    ),
                  fold: 'tail',
                },
              ]}
            />
            {replay.refusals.all.map(({ message }) => (
              <p key={message} className="refused" role="alert">
                {message}
              </p>
            ))}
            <p className="meta">
              {rows.length} / {totalCount}
            </p>
          </>
        );
      }}
    </Fetched>
  );
}
