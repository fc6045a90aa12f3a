import { useFormat, useRefusingMutation } from '@weixiang/kit';
import { RefusingForm, Section, WordsField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { ResolvePickUpAlertDocument } from './attendance.documents.js';
import type { Roster } from './lesson.page.js';

type Alert = Roster['pickUpAlerts']['nodes'][number];

/** Children that were there and not fetched in time; each is settled with a word on where the child is. */
export function PickUpAlerts({ roster, teacher, onSettled }: { roster: Roster; teacher: string | undefined; onSettled: () => void }) {
  const { t } = useTranslation('education');
  const { time, day } = useFormat();
  const alerts = roster.pickUpAlerts.nodes;
  if (alerts.length === 0) return null;
  // A supervisor does not run the course: they hear of a child, and whom to ask.
  const isFromOutside = alerts.every(({ enrolment }) => enrolment === null);
  const nameOf = ({ enrolment }: Alert) => roster.enrolments.nodes.find(({ id }) => id === enrolment?.id)?.learnerName ?? t(enrolment ? 'staff.hidden' : 'alert.aChild');
  return (
    <Section title={t('alert.title')} note={t('alert.open', { count: alerts.filter(({ isOpen }) => isOpen).length })}>
      {isFromOutside && <p className="meta">{teacher ? t('alert.askTeacher', { who: teacher }) : t('alert.ask')}</p>}
      <ul className="enrolments">
        {alerts.map((alert) => (
          <li key={alert.id}>
            <p>
              <b>{nameOf(alert)}</b>{' '}
              <span className={alert.isOpen ? 'is-late-text' : 'meta'}>
                {alert.isOpen ? t('alert.since', { time: time(alert.createdAt) }) : t('alert.settled')}
              </span>{' '}
              {alert.escalatedAt && <span className="meta">{t('alert.escalated', { time: time(alert.escalatedAt) })}</span>}
            </p>
            {alert.resolvedAt && (
              <p className="meta">
                {[`${day(alert.resolvedAt)} ${time(alert.resolvedAt)}`, alert.resolvedBy?.name, alert.resolution ?? t('alert.handedOver')].filter(Boolean).join('·')}
              </p>
            )}
            {alert.isOpen && <SettleForm alert={alert} onSettled={onSettled} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SettleForm({ alert, onSettled }: { alert: Alert; onSettled: () => void }) {
  const { t } = useTranslation('education');
  const settle = useRefusingMutation(ResolvePickUpAlertDocument, (data) => data.resolvePickUpAlert);
  return (
    <RefusingForm
      label={t('alert.settle')}
      submit={t('alert.settle')}
      fields={['resolution']}
      outcome={settle}
      onSubmit={async ({ text }) => {
        if (await settle.send({ id: alert.id, version: alert.version, resolution: text('resolution') ?? '' })) onSettled();
      }}
    >
      <WordsField name="resolution" label={t('alert.found')} refusals={settle.refusals} isRequired />
    </RefusingForm>
  );
}
