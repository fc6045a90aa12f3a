import { useRefusingMutation, useSession } from '@weixiang/kit';
import { ChoiceField, Dialog, RefusingForm, TextField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { AddRoomDocument } from './timetable.documents.js';

/** Adds a room to one of the units at which the viewer holds a role. */
export function AddRoomDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('education');
  const { viewer } = useSession();
  const add = useRefusingMutation(AddRoomDocument, (data) => data.addRoom, { refetch: ['Rooms'] });
  const units = new Map(viewer.roles.flatMap(({ orgUnit }) => (orgUnit ? [[orgUnit.id, orgUnit.name]] : [])));
  return (
    <Dialog title={t('timetable.addRoom')} isOpen={isOpen} onClose={onClose}>
      <RefusingForm
        label={t('timetable.addRoom')}
        submit={t('timetable.addRoom')}
        fields={['orgUnit', 'name', 'seats']}
        outcome={add}
        onSubmit={async ({ text, number }) => {
          if (await add.send({ orgUnit: text('orgUnit') ?? '', name: text('name') ?? '', seats: number('seats') })) onClose();
        }}
      >
        <TextField name="name" label={t('timetable.roomName')} refusals={add.refusals} isRequired autoFocus />
        <div className="pair">
          <ChoiceField
            name="orgUnit"
            label={t('timetable.unit')}
            refusals={add.refusals}
            options={[...units].map(([value, label]) => ({ value: value ?? '', label: label ?? '' }))}
          />
          <TextField name="seats" label={t('timetable.roomSeats')} refusals={add.refusals} type="number" min={1} />
        </div>
      </RefusingForm>
    </Dialog>
  );
}
