import { Empty, useChangePassword, useFormat, useMySessions } from '@weixiang/kit';
import { Button, DataTable, Fetched, PageHead, RefusingForm, Section, TextField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** My own sign-in: where I am signed in, and my password. */
export default function AccountPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('account.title')} meta={t('account.meta')} />
      <Section title={t('account.sessions')}>
        <OpenSessions />
      </Section>
      <Section title={t('account.password')}>
        <Password />
      </Section>
    </>
  );
}

function OpenSessions() {
  const { t } = useTranslation();
  const { nearDay, time } = useFormat();
  const { result, end } = useMySessions();
  return (
    <Fetched result={result} lines={[40, 40]}>
      {({ mySessions }) =>
        mySessions.length === 0 ? (
          <Empty>{t('account.noSessions')}</Empty>
        ) : (
          <DataTable
            label={t('account.sessions')}
            rows={mySessions}
            rowKey={({ id }) => id}
            columns={[
              { key: 'device', title: t('account.device'), cell: ({ device }) => device ?? t('account.unknownDevice'), fold: 'lead' },
              {
                key: 'since',
                title: t('account.openedAt'),
                cell: ({ openedAt }) => `${nearDay(openedAt)} ${time(openedAt)}`,
                fold: 'tail',
              },
              {
                key: 'end',
                title: <span className="sr-only">{t('account.end')}</span>,
                cell: ({ id, device, isCurrent }) =>
                  isCurrent ? (
                    t('account.thisOne')
                  ) : (
                    <Button
                      isSmall
                      tone="grave"
                      label={t('account.endWhat', { device: device ?? t('account.unknownDevice') })}
                      isBusy={end.isSending}
                      onPress={() => void end.send(id)}
                    >
                      {t('account.end')}
                    </Button>
                  ),
                isNumber: true,
                fold: 'end',
              },
            ]}
          />
        )
      }
    </Fetched>
  );
}

/** Who signs in by telephone has none to change. */
function Password() {
  const { t } = useTranslation();
  const { data } = useMySessions().result;
  if (!data) return null;
  return data.viewer.person?.hasLogin ? <ChangePassword /> : <p>{t('account.noPassword')}</p>;
}

function ChangePassword() {
  const { t } = useTranslation();
  const change = useChangePassword();
  const [times, setTimes] = useState(0);
  return (
    <RefusingForm
      key={times}
      label={t('account.password')}
      submit={t('account.change')}
      cancel={
        <span role="status" className="meta">
          {times > 0 ? t('account.changed') : t('account.changeMeans')}
        </span>
      }
      fields={['current', 'next']}
      outcome={change}
      onSubmit={async ({ text }) => {
        // Drawn anew, so that neither password stays on the page.
        if (await change.send({ current: text('current') ?? '', next: text('next') ?? '' })) setTimes(times + 1);
      }}
    >
      <div className="pair">
        <TextField
          name="current"
          label={t('account.current')}
          refusals={change.refusals}
          type="password"
          autoComplete="current-password"
          isRequired
        />
        <TextField
          name="next"
          label={t('account.next')}
          hint={t('account.nextHint')}
          refusals={change.refusals}
          type="password"
          autoComplete="new-password"
          isRequired
        />
      </div>
    </RefusingForm>
  );
}
