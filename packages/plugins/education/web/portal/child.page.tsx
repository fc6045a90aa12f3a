import { useQuery } from '@apollo/client/react';
import { dotted, ErrorState, Loading, useFormat, useSession } from '@weixiang/kit';
import { Band, Missing, PageBar, SignInFirst } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ChildQuery } from '../generated/graphql.js';
import { Certificates } from './certificates.js';
import { ChildDocument } from './child.documents.js';
import { Disclosures } from './disclosures.js';
import { FamilyCode } from './family-code.js';
import { PickUpPeople } from './pick-up-people.js';
import './portal.css';

/** One child in one term, for the guardian: the code for the door, who may fetch the child, when it came. */
export default function ChildPage() {
  const { t } = useTranslation('education');
  const { isSignedIn } = useSession();
  return (
    <>
      <PageBar title={t('child.title')} back="/education/enrolments" />
      {isSignedIn ? (
        <Child />
      ) : (
        <div className="band">
          <SignInFirst>{t('mine.signIn')}</SignInFirst>
        </div>
      )}
    </>
  );
}

function Child() {
  const { t } = useTranslation('education');
  const { enrolment: id = '' } = useParams();
  const { data, error, refetch } = useQuery(ChildDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  if (!data) {
    return <div className="band">{error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[32, 24, 240, 48]} />}</div>;
  }
  const { enrolment, pickUpPeople, attendances, certificates } = data;
  if (!enrolment) return <Missing>{t('child.missing')}</Missing>;
  const hasPlace = enrolment.state === 'CONFIRMED';
  return (
    <>
      <Band title={enrolment.learnerName ?? t('mine.locked')}>
        <p className="meta">{dotted(enrolment.term?.course?.name, enrolment.term?.name, t(`enrolmentState.${enrolment.state}`))}</p>
        {hasPlace ? <FamilyCode enrolment={enrolment.id} isMinor={enrolment.isMinor} /> : null}
      </Band>
      {enrolment.isMinor && hasPlace ? <PickUpPeople enrolment={enrolment.id} people={pickUpPeople.nodes} onChanged={() => void refetch()} /> : null}
      <Certificates certificates={certificates.nodes} />
      <Attendances lines={attendances.nodes} hours={enrolment.hoursAttended} />
      <Disclosures records={[enrolment, ...pickUpPeople.nodes, ...certificates.nodes, ...attendances.nodes].map((record) => record.id)} />
    </>
  );
}

function Attendances({ lines, hours }: { lines: ChildQuery['attendances']['nodes']; hours: number }) {
  const { t } = useTranslation('education');
  const { dayOfWeek, time } = useFormat();
  const marked = lines.filter(({ mark, lesson }) => mark && lesson);
  if (marked.length === 0) return null;
  return (
    <Band title={t('child.attended')} aside={<span className="meta">{t('certificate.hours', { count: hours })}</span>}>
      <ul className="ways">
        {marked.map(({ id, mark, lesson, handedOverAt, handedOverTo }) => (
          <li key={id}>
            <b>{lesson ? dayOfWeek(lesson.startsAt) : null}</b>
            {dotted(
              mark ? t(`child.mark.${mark}`) : undefined,
              handedOverAt ? t('child.handedOver', { time: time(handedOverAt), who: handedOverTo ?? t('child.guardian') }) : undefined,
            )}
          </li>
        ))}
      </ul>
    </Band>
  );
}
