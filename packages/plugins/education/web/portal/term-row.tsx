import { dotted, useFormat } from '@weixiang/kit';
import { Row } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import type { TermRowFragment } from '../generated/graphql.js';

/** When a term meets: “5月23日至7月4日·周六 9:30–11:00”. */
export function useMeeting(): (term: TermRowFragment) => string {
  const { t } = useTranslation('education');
  const { day, weekdayNumber } = useFormat();
  return (term) =>
    dotted(
      t('term.between', { from: day(term.startsOn), to: day(term.endsOn) }),
      [term.weekdays.map(weekdayNumber).join(t('term.and')), [term.startsAt, term.endsAt].filter(Boolean).join('–')]
        .filter(Boolean)
        .join(' '),
    );
}

/** One term to enrol in: when it meets and how many places are left. */
export function TermRow({ term, courseId }: { term: TermRowFragment; courseId: string }) {
  const { t } = useTranslation('education');
  const { dayNumber, shortMonth, day } = useFormat();
  const meeting = useMeeting();
  return (
    <Row
      to={`/education/courses/${courseId}/terms/${term.id}`}
      before={
        <time className="day" dateTime={term.startsOn} aria-label={day(term.startsOn)}>
          <b>{dayNumber(term.startsOn)}</b>
          {shortMonth(term.startsOn)}
        </time>
      }
      name={term.name}
      about={meeting(term)}
      standing={<span className={term.seatsLeft > 0 ? 'grade' : 'meta'}>{t('term.seats', { count: term.seatsLeft })}</span>}
    />
  );
}
