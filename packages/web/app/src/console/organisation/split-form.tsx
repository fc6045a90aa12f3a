import { useQuery } from '@apollo/client/react';
import { useRefusingMutation } from '@weixiang/kit';
import { TextField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SplitPreviewDocument, SplitUnitDocument } from './reorganisation.documents.js';
import { refetch, type FormProps } from './reorganise-forms.js';
import { ReorganiseSteps } from './reorganise-steps.js';
import { UnitChildrenDocument } from './units.documents.js';
import { usePreview } from './use-preview.js';

/** Adds a unit beside this one and puts some of the units below it there. */
export function SplitForm({ unit, onClose }: FormProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { data } = useQuery(UnitChildrenDocument, { variables: { id: unit.id } });
  const preview = usePreview(SplitPreviewDocument);
  const split = useRefusingMutation(SplitUnitDocument, (answer) => answer.splitOrgUnit, { refetch });
  const children = (data?.orgUnit?.children.edges ?? []).map(({ node }) => node).filter((child) => !child.isClosed);
  const turn = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  return (
    <ReorganiseSteps
      act={t('reorganise.split')}
      fields={['name', 'code', 'children']}
      preview={preview}
      outcome={split}
      inputOf={({ text }) => ({
        id: unit.id,
        version: unit.version,
        name: text('name') ?? '',
        code: text('code') ?? '',
        children: [...chosen],
        on: text('on'),
        basis: text('basis'),
      })}
      send={async (input) => (await split.send(input))?.reorganisation ?? undefined}
      onClose={onClose}
    >
      {(refusals) => (
        <>
          <p className="step-note">{t('reorganise.splitMeans', { unit: unit.name })}</p>
          <div className="pair">
            <TextField name="name" label={t('reorganise.newName')} refusals={refusals} isRequired />
            <TextField name="code" label={t('units.code')} refusals={refusals} isRequired />
          </div>
          <fieldset className="field-row">
            <legend>{t('reorganise.children')}</legend>
            {children.length === 0 && <p className="meta">{t('reorganise.noChildren')}</p>}
            {children.map((child) => (
              <label key={child.id} className="tick">
                <input type="checkbox" checked={chosen.has(child.id)} onChange={() => turn(child.id)} /> {child.name}
              </label>
            ))}
            {refusals.at('children') && (
              <p className="refused" role="alert">
                {refusals.at('children')}
              </p>
            )}
          </fieldset>
        </>
      )}
    </ReorganiseSteps>
  );
}
