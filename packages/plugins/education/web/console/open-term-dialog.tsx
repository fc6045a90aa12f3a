import { useRefusingMutation } from '@weixiang/kit';
import { Dialog, RefusingForm, TextField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { OpenTermDocument } from './courses.documents.js';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Opens a term of a course: when it meets and how many seats it has. */
export function OpenTermDialog({
  course,
  isOpen,
  onClose,
}: {
  course: { id: string; name: string };
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('education');
  const open = useRefusingMutation(OpenTermDocument, (data) => data.openTerm, { refetch: ['StaffCourses'] });
  const { refusals } = open;
  return (
    <Dialog title={t('staff.openTermOf', { course: course.name })} isOpen={isOpen} onClose={onClose}>
      <RefusingForm
        label={t('staff.openTerm')}
        submit={t('staff.openTerm')}
        fields={['name', 'startsOn', 'endsOn', 'weekdays', 'startsAt', 'endsAt', 'capacity']}
        outcome={open}
        onSubmit={async ({ text, number }) => {
          const done = await open.send({
            course: course.id,
            name: text('name') ?? '',
            startsOn: text('startsOn') ?? '',
            endsOn: text('endsOn') ?? '',
            weekdays: weekdays.filter((weekday) => text(`weekday-${weekday}`)),
            startsAt: text('startsAt'),
            endsAt: text('endsAt'),
            capacity: number('capacity') ?? 0,
            takesRequests: text('takesRequests') !== undefined,
          });
          if (done) onClose();
        }}
      >
        <TextField name="name" label={t('staff.term')} refusals={refusals} isRequired autoFocus />
        <div className="pair">
          <TextField name="startsOn" label={t('staff.startsOn')} refusals={refusals} type="date" isRequired />
          <TextField name="endsOn" label={t('staff.endsOn')} refusals={refusals} type="date" isRequired />
        </div>
        <fieldset className="weekdays">
          <legend>{t('staff.weekdays')}</legend>
          {weekdays.map((weekday) => (
            <label key={weekday}>
              <input type="checkbox" className="tick" name={`weekday-${weekday}`} /> {t(`staff.weekday.${weekday}`)}
            </label>
          ))}
          {refusals.at('weekdays') && (
            <span className="refused" role="alert">
              {refusals.at('weekdays')}
            </span>
          )}
        </fieldset>
        <div className="pair">
          <TextField name="startsAt" label={t('staff.startsAt')} refusals={refusals} type="time" />
          <TextField name="endsAt" label={t('staff.endsAt')} refusals={refusals} type="time" />
          <TextField
            name="capacity"
            label={t('staff.capacity')}
            refusals={refusals}
            type="number"
            min={1}
            defaultValue={20}
            isRequired
          />
        </div>
        <p className="takes">
          <label>
            <input type="checkbox" className="tick" name="takesRequests" defaultChecked /> {t('staff.takesRequests')}
          </label>
        </p>
      </RefusingForm>
    </Dialog>
  );
}
