import { useRefusingMutation } from '@weixiang/kit';
import { FieldRow } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '../../organisation/unit-select.js';
import { useWhere } from '../../shell/where.js';
import { AssignWishDocument } from '../wish-mutations.documents.js';
import { StepFormFrame, type StepFormProps } from './step-form.js';

/** 交给网格: another unit answers from now on. */
export function AssignForm(props: StepFormProps) {
  const { t } = useTranslation();
  const { place } = useWhere();
  const [orgUnit, setOrgUnit] = useState('');
  const step = useRefusingMutation(AssignWishDocument, (data) => data.assignWish);
  return (
    <StepFormFrame
      {...props}
      step={step}
      fields={['orgUnit']}
      inputOf={(_, version) => (orgUnit ? { id: props.wish.id, version, orgUnit } : undefined)}
    >
      <FieldRow name="orgUnit" label={t('bulk.toUnit')} refusals={step.refusals} isRequired>
        {(wiring) => <UnitSelect {...wiring} label={t('bulk.toUnit')} value={orgUnit} within={place?.id} onPick={setOrgUnit} />}
      </FieldRow>
    </StepFormFrame>
  );
}
