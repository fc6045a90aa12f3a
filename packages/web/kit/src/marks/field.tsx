import { useTranslation } from 'react-i18next';

export type PriorityName = 'HIGH_URGENT' | 'HIGH_CALM' | 'LOW_URGENT' | 'LOW_CALM';

const quarters = {
  HIGH_URGENT: { shade: 'is-zj', x: 8.5, y: 1.5 },
  HIGH_CALM: { shade: 'is-zh', x: 1.5, y: 1.5 },
  LOW_URGENT: { shade: 'is-qj', x: 8.5, y: 8.5 },
  LOW_CALM: { shade: 'is-qh', x: 1.5, y: 8.5 },
} as const satisfies Record<PriorityName, { shade: string; x: number; y: number }>;

/** 田字格: importance upwards, urgency to the right, one quarter filled; its word beside it unless `isBare`. */
export function Field({ priority, isBare = false }: { priority: PriorityName; isBare?: boolean }) {
  const { t } = useTranslation('kit');
  const { shade, x, y } = quarters[priority];
  return (
    <>
      <svg className={`field ${shade}`} viewBox="0 0 17 17" aria-hidden="true">
        <path d="M1.5 1.5h14v14h-14zM8.5 1.5v14M1.5 8.5h14" fill="none" stroke="currentColor" opacity=".45" />
        <rect x={x} y={y} width="7" height="7" fill="currentColor" />
      </svg>
      {isBare ? null : t(`priority.${priority}`)}
    </>
  );
}
