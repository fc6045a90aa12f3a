import { useRefusingMutation } from '@weixiang/kit';
import { FieldRow } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClosePreviewDocument, CloseUnitDocument, MergePreviewDocument, MergeUnitsDocument, MovePreviewDocument, MoveUnitDocument } from './reorganisation.documents.js';
import type { ReorganisedUnit } from './reorganise-dialog.js';
import { ReorganiseSteps } from './reorganise-steps.js';
import { UnitSelect } from './unit-select.js';
import { usePreview } from './use-preview.js';

export type FormProps = { unit: ReorganisedUnit; onClose: () => void };

/** What is fetched again once the tree has changed. */
export const refetch = ['Unit', 'TopUnits', 'TopUnit', 'UnitAbove', 'People', 'FindUnits', 'FoundUnits'];

/** Puts the unit below another one. */
export function MoveForm({ unit, onClose }: FormProps) {
  const { t } = useTranslation();
  const [to, setTo] = useState('');
  const preview = usePreview(MovePreviewDocument);
  const move = useRefusingMutation(MoveUnitDocument, (data) => data.moveOrgUnit, { refetch });
  return (
    <ReorganiseSteps
      act={t('reorganise.move')}
      fields={['to']}
      preview={preview}
      outcome={move}
      inputOf={({ text }) => ({ id: unit.id, version: unit.version, to, on: text('on'), basis: text('basis') })}
      send={async (input) => (await move.send(input))?.reorganisation ?? undefined}
      onClose={onClose}
    >
      {(refusals) => (
        <FieldRow name="to" label={t('reorganise.to')} refusals={refusals} isRequired>
          {(wiring) => <UnitSelect {...wiring} label={t('reorganise.to')} value={to} onPick={setTo} />}
        </FieldRow>
      )}
    </ReorganiseSteps>
  );
}

/** Makes the unit part of another one. */
export function MergeForm({ unit, onClose }: FormProps) {
  const { t } = useTranslation();
  const [into, setInto] = useState('');
  const preview = usePreview(MergePreviewDocument);
  const merge = useRefusingMutation(MergeUnitsDocument, (data) => data.mergeOrgUnits, { refetch });
  return (
    <ReorganiseSteps
      act={t('reorganise.merge')}
      fields={['into']}
      preview={preview}
      outcome={merge}
      inputOf={({ text }) => ({ units: [unit.id], into, on: text('on'), basis: text('basis') })}
      send={async (input) => (await merge.send(input))?.reorganisations?.[0]}
      onClose={onClose}
    >
      {(refusals) => (
        <>
          <p className="step-note">{t('reorganise.mergeMeans', { unit: unit.name })}</p>
          <FieldRow name="into" label={t('reorganise.into')} refusals={refusals} isRequired>
            {(wiring) => <UnitSelect {...wiring} label={t('reorganise.into')} value={into} onPick={setInto} />}
          </FieldRow>
        </>
      )}
    </ReorganiseSteps>
  );
}

/** Closes the unit. */
export function CloseForm({ unit, onClose }: FormProps) {
  const { t } = useTranslation();
  const preview = usePreview(ClosePreviewDocument);
  const close = useRefusingMutation(CloseUnitDocument, (data) => data.closeOrgUnit, { refetch });
  return (
    <ReorganiseSteps
      act={t('reorganise.closeAct')}
      fields={[]}
      preview={preview}
      outcome={close}
      inputOf={({ text }) => ({ id: unit.id, version: unit.version, on: text('on'), basis: text('basis') })}
      send={async (input) => (await close.send(input))?.reorganisation ?? undefined}
      onClose={onClose}
    >
      {() => <p className="step-note">{t('units.closeMeans')}</p>}
    </ReorganiseSteps>
  );
}
