import { useQuery } from '@apollo/client/react';
import { useRefusingMutation } from '@weixiang/kit';
import { Button, Dialog, Fetched } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { purposes } from '../../shared/purposes.js';
import { HandOverDocument, PickUpPeopleDocument } from './attendance.documents.js';
import type { Roster } from './lesson.page.js';

/** To whom a child goes: the guardian, or an adult whom the guardian named beforehand. */
export function HandOverDialog({
  lesson,
  enrolment,
  onClose,
  onDone,
}: {
  lesson: string;
  enrolment: Roster['enrolments']['nodes'][number];
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('education');
  const result = useQuery(PickUpPeopleDocument, {
    variables: { enrolment: enrolment.id },
    fetchPolicy: 'no-cache',
    context: { headers: { 'x-purpose': encodeURIComponent(purposes.handOver.zh) } },
  });
  const over = useRefusingMutation(HandOverDocument, (data) => data.handOver);
  const give = async (to: { person?: string; toGuardian?: boolean }) => {
    if (await over.send({ lesson, enrolment: enrolment.id, ...to })) onDone();
  };
  return (
    <Dialog title={t('attendance.handOverOf', { who: enrolment.learnerName ?? '' })} isOpen onClose={onClose}>
      <p className="meta">{t('attendance.handOverMeans')}</p>
      {over.refusals.all.map(({ code, message }) => (
        <p key={code} className="refused" role="alert">
          {message}
        </p>
      ))}
      <ul className="adults">
        <li>
          <Button isBusy={over.isSending} onPress={() => give({ toGuardian: true })}>
            {t('attendance.toGuardian')}
          </Button>
          <span className="meta">{[enrolment.guardianName, enrolment.guardianPhone].filter(Boolean).join(' ')}</span>
        </li>
        <Fetched result={result} lines={[32]}>
          {({ pickUpPeople }) =>
            pickUpPeople.nodes.map((person) => (
              <li key={person.id}>
                <Button isBusy={over.isSending} onPress={() => give({ person: person.id })}>
                  {person.name ?? t('staff.hidden')}
                </Button>
                <span className="meta">{[person.relation, person.phone].filter(Boolean).join(' ')}</span>
              </li>
            ))
          }
        </Fetched>
      </ul>
    </Dialog>
  );
}
