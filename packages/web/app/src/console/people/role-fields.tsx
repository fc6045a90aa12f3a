import { useLabel, type Refusals } from '@weixiang/kit';
import { ChoiceField, FieldRow, TextField } from '@weixiang/kit/console';
import { ROLES } from '@weixiang/shared';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '../organisation/unit-select.js';
import { useWhere } from '../shell/where.js';

// Platform operators are made by a command, never by a tenant.
const grantable = Object.entries(ROLES).filter(([role]) => role !== 'platformOperator');

/** The roles that a tenant gives, as choices. */
export function useGrantableRoles() {
  const label = useLabel();
  return grantable.map(([value, name]) => ({ value, label: label(name) }));
}

type RoleFieldsProps = {
  refusals?: Refusals;
  /** The unit at which the role is held, where it is to be chosen here. */
  orgUnit?: string;
  onUnit?: (unit: string) => void;
};

/** Which role, from which day to which, and where it is to be chosen at which unit. What may be granted, the server decides. */
export function RoleFields({ refusals, orgUnit, onUnit }: RoleFieldsProps) {
  const { t } = useTranslation();
  const { place } = useWhere();
  const roles = useGrantableRoles();
  return (
    <>
      <div className={onUnit && 'pair'}>
        <ChoiceField name="role" label={t('people.role')} refusals={refusals} options={roles} defaultValue="gridWorker" isRequired />
        {onUnit && (
          <FieldRow name="orgUnit" label={t('people.atUnit')} refusals={refusals} isRequired>
            {(wiring) => <UnitSelect {...wiring} label={t('people.atUnit')} value={orgUnit ?? ''} within={place?.id} onPick={onUnit} />}
          </FieldRow>
        )}
      </div>
      <div className="pair">
        <TextField name="since" label={t('people.from')} hint={t('people.fromHint')} refusals={refusals} type="date" />
        <TextField name="until" label={t('people.to')} hint={t('people.toHint')} refusals={refusals} type="date" />
      </div>
    </>
  );
}
