import { useQuery } from '@apollo/client/react';
import { dotted, Loading, useRefusingMutation, useSession } from '@weixiang/kit';
import { Choices, PageBar, SignInFirst, Trouble } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { CheckInDocument, MyPlacesDocument } from './child.documents.js';

/** Where the camera leads that scanned the code of the room: one press, and the child has come. */
export default function CheckInPage() {
  const { t } = useTranslation('education');
  const { isSignedIn } = useSession();
  return (
    <>
      <PageBar title={t('checkIn.title')} back="/education/enrolments" />
      <div className="band">{isSignedIn ? <CheckIn /> : <SignInFirst>{t('checkIn.signIn')}</SignInFirst>}</div>
    </>
  );
}

function CheckIn() {
  const { t } = useTranslation('education');
  const [params] = useSearchParams();
  const [child, setChild] = useState('');
  const [came, setCame] = useState<string>();
  const { data } = useQuery(MyPlacesDocument, { fetchPolicy: 'cache-and-network' });
  const { send, isSending, refusals, problem } = useRefusingMutation(CheckInDocument, (answer) => answer.checkIn);
  const code = params.get('code') ?? '';
  if (!data) return <Loading lines={[32, 56]} />;
  const places = data.enrolments.nodes;
  if (came) {
    return (
      <>
        <p role="status">
          <b>{came}</b>
        </p>
        <Link className="btn is-quiet" to="/education/enrolments">
          {t('checkIn.back')}
        </Link>
      </>
    );
  }
  async function go(): Promise<void> {
    const payload = await send({ code, enrolment: child || undefined });
    if (!payload?.attendance) return;
    const { mark, enrolment } = payload.attendance;
    const who = places.find(({ id }) => id === enrolment?.id)?.learnerName ?? '';
    setCame(t(mark === 'LATE' ? 'checkIn.late' : 'checkIn.came', { who }));
  }
  return (
    <>
      {places.length > 1 ? (
        <Choices
          label={t('checkIn.who')}
          value={child}
          onChange={setChild}
          options={places.map(({ id, learnerName, term }) => ({ value: id, label: dotted(learnerName ?? t('mine.locked'), term?.course?.name) }))}
          refused={refusals.at('enrolment')}
          isWords
        />
      ) : null}
      {places.length === 1 ? (
        <p>{places.map(({ learnerName, term }) => dotted(learnerName ?? t('mine.locked'), term?.course?.name, term?.name))}</p>
      ) : null}
      <Trouble refusals={refusals} problem={problem} fields={places.length > 1 ? ['enrolment'] : []} />
      {code ? (
        <button type="button" className="btn" aria-disabled={isSending} onClick={() => (isSending ? undefined : void go())}>
          {t('checkIn.go')}
        </button>
      ) : (
        <p>{t('checkIn.noCode')}</p>
      )}
    </>
  );
}
