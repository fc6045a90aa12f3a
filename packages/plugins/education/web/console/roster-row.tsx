import { useFormat, useRefusingMutation } from '@weixiang/kit';
import { Button } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UndoHandOverDocument } from './attendance.documents.js';
import { HandOverDialog } from './hand-over-dialog.js';
import type { Roster } from './lesson.page.js';

type Line = Roster['attendances']['nodes'][number];
type Learner = Roster['enrolments']['nodes'][number];

const marks = ['PRESENT', 'LATE', 'ABSENT', 'EXCUSED'] as const;

/** One learner: a tap says whether they came, the same tap again takes it back; a child that is there can be handed over. */
export function RosterRow({
  enrolment,
  lesson,
  line,
  mark,
  onMark,
  onChanged,
}: {
  enrolment: Learner;
  lesson: string;
  line: Line | undefined;
  mark: Line['mark'];
  onMark: (mark: Line['mark']) => void;
  onChanged: () => void;
}) {
  const { t } = useTranslation('education');
  const { time } = useFormat();
  const [isHanding, setHanding] = useState(false);
  const undo = useRefusingMutation(UndoHandOverDocument, (data) => data.undoHandOver);
  const name = enrolment.learnerName ?? t(enrolment.isLocked ? 'staff.locked' : 'staff.hidden');
  const isThere = mark === 'PRESENT' || mark === 'LATE';
  return (
    <li>
      <b>{name}</b>
      <div className="marks" role="group" aria-label={t('attendance.markOf', { who: name })}>
        {marks.map((each) => (
          <button key={each} type="button" className={`mark is-${each.toLowerCase()}`} aria-pressed={mark === each} onClick={() => onMark(mark === each ? null : each)}>
            {t(`attendance.mark.${each}`)}
          </button>
        ))}
      </div>
      {enrolment.isMinor && isThere && (
        <p className="over">
          {line?.handedOverAt ? (
            <>
              <span className="meta">{t('attendance.handedOver', { time: time(line.handedOverAt), who: line.handedOverTo ?? t('attendance.guardian') })}</span>{' '}
              <Button
                isSmall
                tone="bare"
                isBusy={undo.isSending}
                onPress={async () => {
                  if (await undo.send({ id: line.id, version: line.version })) onChanged();
                }}
              >
                {t('attendance.undo')}
              </Button>
            </>
          ) : (
            <Button isSmall onPress={() => setHanding(true)}>
              {t('attendance.handOver')}
            </Button>
          )}
        </p>
      )}
      {isHanding && (
        <HandOverDialog
          lesson={lesson}
          enrolment={enrolment}
          onClose={() => setHanding(false)}
          onDone={() => {
            setHanding(false);
            onChanged();
          }}
        />
      )}
    </li>
  );
}
