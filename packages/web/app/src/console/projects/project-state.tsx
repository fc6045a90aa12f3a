import { useTranslation } from 'react-i18next';
import type { ProjectState } from '../generated/graphql.js';

const tones: Partial<Record<ProjectState, string>> = {
  DRAFT: 'is-wait',
  REVIEW: 'is-wait',
  RESOURCING: 'is-doing',
  AGREED: 'is-doing',
  RUNNING: 'is-doing',
  COMPLETION_REVIEW: 'is-doing',
  CLOSED: 'is-done',
  BRAND: 'is-done',
  PAUSED: 'is-wait',
  CORRECTION: 'is-late',
  TERMINATED: 'is-late',
};

export const projectStates = [
  'DRAFT',
  'REVIEW',
  'RESOURCING',
  'AGREED',
  'RUNNING',
  'COMPLETION_REVIEW',
  'CLOSED',
  'BRAND',
  'PAUSED',
  'CORRECTION',
  'TERMINATED',
] as const;

export const projectModes = ['PUBLIC_BENEFIT', 'LOW_FEE', 'MARKET'] as const;

/** A project's state as a word on its ground. */
export function ProjectStateChip({ state }: { state: ProjectState }) {
  const { t } = useTranslation('kit');
  return <span className={`chip ${tones[state] ?? ''}`}>{t(`projectState.${state}`)}</span>;
}
