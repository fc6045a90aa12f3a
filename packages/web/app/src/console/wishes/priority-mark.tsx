import { Field, type PriorityName } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';

/** 田字格 with its word; only 重急 is bold and red. */
export function PriorityMark({ priority }: { priority: PriorityName | null }) {
  const { t } = useTranslation('kit');
  if (!priority) return <span className="meta">—</span>;
  return (
    <span className={priority === 'HIGH_URGENT' ? 'prio is-zj' : 'prio'}>
      <Field priority={priority} isBare />
      <b>{t(`priority.${priority}`)}</b>
    </span>
  );
}
