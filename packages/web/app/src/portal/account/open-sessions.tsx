import { ErrorState, Loading, useFormat, useMySessions } from '@weixiang/kit';
import { Trouble } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import '../styles/account.css';

/** Every device on which I am signed in; another one can be signed out from here. */
export function OpenSessions() {
  const { t } = useTranslation('core-portal');
  const { nearDay, time } = useFormat();
  const { result, end } = useMySessions();
  const { data, error, refetch } = result;
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[56, 56]} />;
  return (
    <>
      <ul>
        {data.mySessions.map(({ id, device, openedAt, isCurrent }) => (
          <li key={id} className="open-session">
            <div>
              <b>{device ?? t('security.unknownDevice')}</b>
              <span className="meta">{t('security.since', { when: `${nearDay(openedAt)} ${time(openedAt)}` })}</span>
            </div>
            {isCurrent ? (
              <span className="meta">{t('security.thisOne')}</span>
            ) : (
              <button
                type="button"
                className="link"
                aria-label={t('security.endWhat', { device: device ?? t('security.unknownDevice') })}
                aria-disabled={end.isSending}
                onClick={() => void end.send(id)}
              >
                {t('security.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Trouble refusals={end.refusals} problem={end.problem} fields={[]} />
    </>
  );
}
