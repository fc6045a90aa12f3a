import { useTranslation } from 'react-i18next';

const stations = [1, 2, 3, 4] as const;

/**
 * The one thread of four steps 需求收集 → 项目策划 → 资源整合 → 监督评估, as stations in a row.
 * `current` (1 to 4) marks where something stands; without it the thread only tells the way.
 */
export function Thread({ current }: { current?: 1 | 2 | 3 | 4 }) {
  const { t } = useTranslation('kit');
  return (
    <ol className="steps">
      {stations.map((step) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          <i aria-hidden="true">{step}</i>
          <b>{t(`step.${step}.name`)}</b>
          {t(`step.${step}.whose`)}
        </li>
      ))}
    </ol>
  );
}
