import { PROJECT_MODES, PROJECT_STATES } from '@weixiang/shared';
import { registerEnumType } from 'type-graphql';

/** The stations of a project's life; their names and labels are shared's `PROJECT_STATES`. */
export enum ProjectState {
  DRAFT = 'DRAFT',
  REVIEW = 'REVIEW',
  RESOURCING = 'RESOURCING',
  AGREED = 'AGREED',
  RUNNING = 'RUNNING',
  COMPLETION_REVIEW = 'COMPLETION_REVIEW',
  CLOSED = 'CLOSED',
  BRAND = 'BRAND',
  PAUSED = 'PAUSED',
  CORRECTION = 'CORRECTION',
  TERMINATED = 'TERMINATED',
}
registerEnumType(ProjectState, {
  name: 'ProjectState',
  description: 'A station of a project’s life.',
  valuesConfig: {
    DRAFT: { description: 'Being planned (策划).' },
    REVIEW: { description: 'Under review (评审).' },
    RESOURCING: { description: 'Looking for resources and partners (资源整合).' },
    AGREED: { description: 'Agreed with a partner (签约).' },
    RUNNING: { description: 'Being delivered (实施).' },
    COMPLETION_REVIEW: { description: 'Reviewed at its end (评审会).' },
    CLOSED: { description: 'Completed (结项).' },
    BRAND: { description: 'Selected as a brand project (品牌).' },
    PAUSED: { description: 'Paused for a while (暂停).' },
    CORRECTION: { description: 'To be corrected after a poor grade (整改).' },
    TERMINATED: { description: 'Ended for good after failing again (清退).' },
  } satisfies Record<keyof typeof PROJECT_STATES, { description: string }>,
});

/** Who pays for a project. */
export enum ProjectMode {
  PUBLIC_BENEFIT = 'PUBLIC_BENEFIT',
  LOW_FEE = 'LOW_FEE',
  MARKET = 'MARKET',
}
registerEnumType(ProjectMode, {
  name: 'ProjectMode',
  description: 'Who pays for a project (实施模式).',
  valuesConfig: {
    PUBLIC_BENEFIT: { description: 'Nobody: public benefit (公益服务).' },
    LOW_FEE: { description: 'Residents pay a low fee (低偿收费).' },
    MARKET: { description: 'Run as a business (市场化经营).' },
  } satisfies Record<keyof typeof PROJECT_MODES, { description: string }>,
});

/** States before the work begins; from then on a project shows in the portal by itself. */
export const beforeRunning: readonly ProjectState[] = [ProjectState.DRAFT, ProjectState.REVIEW, ProjectState.RESOURCING, ProjectState.AGREED];
