import { dotted, useFormat } from '@weixiang/kit';
import { Row } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import type { TermRowFragment } from '../generated/graphql.js';
import './portal.css';

/** When a term meets: “5月23日至7月4日·周六 9:30–11:00”; a term of one day says it once. */
export function useMeeting(): (term: TermRowFragment) => string {
  const { t } = useTranslation('education');
  const { day, weekdays } = useFormat();
  return (term) => {
    const hours = [term.startsAt, term.endsAt].filter(Boolean).join('–');
    if (term.startsOn === term.endsOn) return [day(term.startsOn), hours].filter(Boolean).join(' ');
    return dotted(t('term.between', { from: day(term.startsOn), to: day(term.endsOn) }), [weekdays(term.weekdays), hours].filter(Boolean).join(' '));
  };
}

/** How many places are left, or that one can only wait in line. */
export function useSeats(): (seatsLeft: number) => string {
  const { t } = useTranslation('education');
  return (seatsLeft) => (seatsLeft > 0 ? t('term.seats', { count: seatsLeft }) : t('term.full'));
}

/** One term to enrol in: when it meets and how many places are left. */
export function TermRow({ term, courseId }: { term: TermRowFragment; courseId: string }) {
  const seats = useSeats();
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
      about={
        <>
          {meeting(term)}
          <span className={term.seatsLeft > 0 ? 'grade seats' : 'seats'}>{seats(term.seatsLeft)}</span>
        </>
      }
    />
  );
}
