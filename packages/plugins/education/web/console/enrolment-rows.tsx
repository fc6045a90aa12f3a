import { BulkBar, useBulk, useRows } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { EnrolmentRow } from './enrolment-row.js';
import type { Enrolment } from './enrolment-step.js';
import { useEnrolmentDeeds } from './use-enrolment-deeds.js';

/** The enrolments of a term, one below the other, and what can be done to several of them. */
export function EnrolmentRows({ enrolments }: { enrolments: readonly Enrolment[] }) {
  const { t } = useTranslation('education');
  const rows = useRows(enrolments.map(({ id }) => id));
  const bulk = useBulk();
  const deeds = useEnrolmentDeeds();
  const nameOf = ({ learnerName, isLocked }: Enrolment) => learnerName ?? t(isLocked ? 'staff.locked' : 'staff.hidden');
  return (
    <>
      <ul className="enrolments">
        {enrolments.map((enrolment) => (
          <EnrolmentRow
            key={enrolment.id}
            enrolment={enrolment}
            name={nameOf(enrolment)}
            isSelected={rows.selected.includes(enrolment.id)}
            onSelect={() => rows.toggle(enrolment.id)}
          />
        ))}
      </ul>
      <BulkBar
        rows={enrolments.filter(({ id }) => rows.selected.includes(id))}
        rowKey={({ id }) => id}
        nameOf={nameOf}
        deeds={deeds}
        bulk={bulk}
        onClear={rows.clear}
      />
    </>
  );
}
