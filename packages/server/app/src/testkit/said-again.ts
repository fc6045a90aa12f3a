import { registry } from '@weixiang/kernel';
import type { OracleContext, Rows, SaidAgain, StoredRow } from '@weixiang/kernel/testkit';
import { parseTypeId } from '@weixiang/shared';

type Field = SaidAgain['fields'][string];
type Filter = SaidAgain['filters'][string];

/** Rows of a noun whose property is this value. */
const pointing = (rows: Rows, noun: string, property: string, value: unknown): readonly StoredRow[] => rows.with(registry.tableBySubject(noun)?.entity, property, value);

const isNull = (property: string): Field => (_, { properties }) => properties[property] === null;
const isFilled = (property: string): Field => (_, { properties }) => properties[property] !== null;
const isActor = (property: string): Field => ({ reader }, { properties }) => properties[property] !== null && properties[property] === reader.actor.personId;
const isTrue = (holds: (context: OracleContext, row: StoredRow) => boolean): Filter => (context, row, value) => holds(context, row) === value;

const seated = ['CONFIRMED', 'COMPLETED', 'OFFERED'];
const seatsTaken = (rows: Rows, term: unknown): number => pointing(rows, 'Enrolment', 'term', term).filter(({ properties }) => seated.includes(String(properties['state']))).length;
const time = (value: unknown): number => (value instanceof Date ? value.getTime() : Number.NaN);
/** A list's own SQL takes an id of any prefix. */
const uuid = (id: unknown): string | undefined => parseTypeId(String(id))?.uuid;
/** A lesson of a learner's attendance that took place. */
const attended = (rows: Rows, enrolment: string): StoredRow[] =>
  pointing(rows, 'Attendance', 'enrolment', enrolment).flatMap(({ properties }) => {
    const lesson = rows.find(properties['lesson']);
    return lesson && ['PRESENT', 'LATE'].includes(String(properties['mark'])) && lesson.properties['cancelledAt'] === null ? [lesson] : [];
  });

/** Whatever core and the plugins say in SQL, a second time in JavaScript. */
export const saidAgain: SaidAgain = {
  fields: {
    'Project.typeName': (_, { properties }) => properties['type'],
    'EmergencyAccess.isOpen': ({ reader }, { properties }) => properties['state'] === 'OPEN' && time(properties['until']) > reader.now.getTime(),
    'EmergencyAccess.isMine': isActor('person'),
    'OrgUnit.isClosed': isFilled('closedOn'),
    'OrgUnit.childCount': ({ rows }, { id }) => pointing(rows, 'OrgUnit', 'parent', id).length,
    'Notification.isUnread': isNull('readAt'),
    'SavedFilter.isMine': isActor('owner'),
    'EvaluationRound.turnout': ({ rows }, { id }) => pointing(rows, 'Rating', 'round', id).filter(({ properties }) => properties['isExcluded'] === false).length,
    'EvaluationRound.openObjectionCount': ({ rows }, { id }) => pointing(rows, 'Objection', 'round', id).filter(({ properties }) => properties['state'] === 'OPEN').length,
    'Objection.isMine': isActor('person'),
    'Person.hasLogin': isFilled('login'),
    'Wish.isMine': isActor('wisher'),
    'Wish.isSupportedByMe': ({ rows, reader }, { id }) => pointing(rows, 'WishSupport', 'wish', id).some(({ properties }) => properties['person'] === reader.actor.personId),
    'Certificate.isValid': isNull('revokedAt'),
    'Attendance.isPresent': (_, { properties }) => ['PRESENT', 'LATE'].includes(String(properties['mark'])),
    'Lesson.isCancelled': isFilled('cancelledAt'),
    'Lesson.number': ({ rows }, { properties }) =>
      properties['cancelledAt'] === null
        ? pointing(rows, 'Lesson', 'term', properties['term']).filter((other) => other.properties['cancelledAt'] === null && time(other.properties['startsAt']) <= time(properties['startsAt'])).length
        : null,
    'Enrolment.waitingPosition': ({ rows }, { id, properties: { state, term, createdAt } }) => {
      if (state !== 'REQUESTED' || seatsTaken(rows, term) < Number(rows.find(term)?.properties['capacity'])) return null;
      const isAhead = (other: StoredRow): boolean => time(other.properties['createdAt']) < time(createdAt) || (time(other.properties['createdAt']) === time(createdAt) && other.id <= id);
      return pointing(rows, 'Enrolment', 'term', term).filter((other) => other.properties['state'] === 'REQUESTED' && isAhead(other)).length;
    },
    'Enrolment.lessonsAttended': ({ rows }, { id }) => attended(rows, id).length,
    'Enrolment.hoursAttended': ({ rows }, { id }) => {
      const milliseconds = attended(rows, id).reduce((sum, { properties }) => sum + time(properties['endsAt']) - time(properties['startsAt']), 0);
      return Math.round(milliseconds / 36_000) / 100;
    },
    'Enrolment.needsConsentAgain': ({ rows }, { properties: { state, consent } }) => {
      const given = rows.find(consent);
      const latest = Math.max(1, ...rows.of(registry.tableBySubject('ConsentWording')?.entity).map(({ properties }) => Number(properties['number'])));
      const isAlive = ['REQUESTED', 'OFFERED', 'CONFIRMED'].includes(String(state));
      return isAlive && given !== undefined && given.properties['withdrawnAt'] === null && Number(given.properties['wordingNumber']) < latest;
    },
    'Enrolment.isMine': isActor('guardian'),
    'Consent.isGiven': isNull('withdrawnAt'),
    'Term.enrolledCount': ({ rows }, { id }) => seatsTaken(rows, id),
    'Term.seatsLeft': ({ rows }, { id, properties }) => Math.max(Number(properties['capacity']) - seatsTaken(rows, id), 0),
    'PickUpAlert.isOpen': isNull('resolvedAt'),
  },
  filters: {
    'ProjectFilter.level': ({ rows }, { properties }, value) => {
      const kind = rows.find(properties['orgUnit'])?.properties['kind'];
      return kind !== undefined && kind === uuid(value);
    },
    'NotificationFilter.isArchived': isTrue((_, { properties }) => properties['archivedAt'] !== null),
    'RoleAssignmentFilter.holdsOn': (_, { properties: { until } }, value) => until === null || String(until) >= String(value),
    'DelegationFilter.lastsOn': (_, { properties: { until } }, value) => String(until) >= String(value),
    'WishFilter.isGathered': isTrue((_, { properties }) => properties['demand'] !== null),
    'WishFilter.isLate': isTrue((_, { properties }) => properties['isOverdue'] === true && properties['firstAnsweredAt'] === null),
    'AttendanceFilter.term': ({ rows }, { properties }, value) => {
      const term = rows.find(properties['lesson'])?.properties['term'];
      return term !== undefined && term === uuid(value);
    },
    'LessonFilter.isCancelled': isTrue((_, { properties }) => properties['cancelledAt'] !== null),
    'CourseFilter.openForEnrolment': isTrue(({ rows }, { id }) => pointing(rows, 'Term', 'course', id).some(({ properties }) => properties['state'] === 'OPEN')),
    'TermFilter.openForEnrolment': isTrue((_, { properties }) => properties['state'] === 'OPEN'),
  },
};
