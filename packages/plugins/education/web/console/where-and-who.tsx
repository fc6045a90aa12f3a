import { useQuery } from '@apollo/client/react';
import { useHolds, useSession, type Refusals } from '@weixiang/kit';
import { ChoiceField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { RoomsDocument, TeachersDocument } from './timetable.documents.js';

/** The room of a lesson, named with its unit: two communities may each have a 活动室. */
export function RoomField({ refusals, defaultValue }: { refusals: Refusals; defaultValue?: string | undefined }) {
  const { t } = useTranslation('education');
  const { data } = useQuery(RoomsDocument, { fetchPolicy: 'cache-and-network' });
  const options = (data?.rooms.nodes ?? []).map(({ id, name, orgUnit }) => ({ value: id, label: [name, orgUnit?.name].filter(Boolean).join('·') }));
  // The browser keeps a chosen value only among options that are there.
  return <ChoiceField key={options.length} name="room" label={t('timetable.room')} refusals={refusals} options={options} defaultValue={defaultValue} none={t('timetable.noRoom')} />;
}

/** Who teaches: oneself, or somebody of the people that one may see; `now` who does now, whom one need not see otherwise. */
export function TeacherField({ refusals, now }: { refusals: Refusals; now?: { id: string; name: string | null } | null }) {
  const { t } = useTranslation('education');
  const { viewer } = useSession();
  const holds = useHolds();
  const { data } = useQuery(TeachersDocument, { skip: !holds('person.read') });
  const me = viewer.person?.id;
  const options = [
    ...(now ? [{ value: now.id, label: t('timetable.sameTeacher', { who: now.name ?? '' }) }] : []),
    ...(me && me !== now?.id ? [{ value: me, label: t('timetable.me') }] : []),
    ...(data?.people.nodes ?? []).filter(({ id }) => id !== me && id !== now?.id).map(({ id, name, orgUnit }) => ({ value: id, label: [name, orgUnit?.name].filter(Boolean).join('·') })),
  ];
  return (
    <ChoiceField
      key={options.length}
      name="teacher"
      label={t('staff.teacher')}
      refusals={refusals}
      options={options}
      defaultValue={now?.id}
      none={t('timetable.noTeacher')}
    />
  );
}
