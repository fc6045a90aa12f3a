import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useRefusingMutation, useSession } from '@weixiang/kit';
import { Button, Fetched, PageHead } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { HandOverDocument, LessonsTodayDocument, ScanFamilyCodeDocument } from './attendance.documents.js';
import { daysAfter, instantAt } from './week.rules.js';
import './courses.css';

/** Where the camera leads that scanned a guardian's code: the child comes, or is fetched. */
export default function ScanPage() {
  const { t } = useTranslation('education');
  const [params] = useSearchParams();
  const { viewer, tenant } = useSession();
  const { time } = useFormat();
  const navigate = useNavigate();
  const [isDone, setDone] = useState(false);
  const code = params.get('code') ?? '';
  const result = useQuery(LessonsTodayDocument, {
    variables: { from: instantAt(viewer.today, '00:00', tenant.timeZone), to: instantAt(daysAfter(viewer.today, 1), '00:00', tenant.timeZone) },
  });
  const come = useRefusingMutation(ScanFamilyCodeDocument, (data) => data.scanFamilyCode);
  const leave = useRefusingMutation(HandOverDocument, (data) => data.handOver);
  const refused = [...come.refusals.all, ...leave.refusals.all];
  const act = async (lesson: string, sent: Promise<unknown>) => {
    if (!(await sent)) return;
    setDone(true);
    await navigate(`/education/lessons/${lesson}`, { replace: true });
  };
  return (
    <>
      <PageHead title={t('scan.title')} meta={t('scan.meta')} />
      {refused.map(({ code: at, message }) => (
        <p key={at} className="refused" role="alert">
          {message}
        </p>
      ))}
      {!code && <Empty>{t('scan.noCode')}</Empty>}
      {code && !isDone && (
        <Fetched result={result} lines={[56]}>
          {({ lessons }) =>
            lessons.nodes.length === 0 ? (
              <Empty>{t('scan.noLesson')}</Empty>
            ) : (
              <ul className="roster">
                {lessons.nodes.map((lesson) => (
                  <li key={lesson.id}>
                    <b>
                      {lesson.course?.name}·{lesson.term?.name}
                    </b>{' '}
                    <span className="meta">
                      {time(lesson.startsAt)}–{time(lesson.endsAt)}
                    </span>
                    <div className="go">
                      <Button isBusy={come.isSending} onPress={() => act(lesson.id, come.send({ lesson: lesson.id, code }))}>
                        {t('scan.come')}
                      </Button>
                      <Button isBusy={leave.isSending} onPress={() => act(lesson.id, leave.send({ lesson: lesson.id, code }))}>
                        {t('scan.leave')}
                      </Button>
                    </div>
                  </li>
                ))}
              </ul>
            )
          }
        </Fetched>
      )}
    </>
  );
}
