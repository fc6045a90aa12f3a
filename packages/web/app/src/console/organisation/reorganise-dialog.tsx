import { Dialog } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { CloseForm, MergeForm, MoveForm } from './reorganise-forms.js';
import { SplitForm } from './split-form.js';

export type Reorganising = 'move' | 'merge' | 'split' | 'close';
export type ReorganisedUnit = { id: string; name: string; version: number };

const forms = { move: MoveForm, merge: MergeForm, split: SplitForm, close: CloseForm };

/** Moves, merges, splits or closes a unit: what and when, then what would change, then it is done or planned. */
export function ReorganiseDialog({ deed, unit, onClose }: { deed: Reorganising | undefined; unit: ReorganisedUnit; onClose: () => void }) {
  const { t } = useTranslation();
  if (!deed) return null;
  const Form = forms[deed];
  return (
    <Dialog title={t(`reorganise.${deed}Unit`, { unit: unit.name })} isOpen onClose={onClose}>
      <Form unit={unit} onClose={onClose} />
    </Dialog>
  );
}
