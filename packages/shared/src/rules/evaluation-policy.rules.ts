import { EVALUATION_DEFAULTS, type EvaluationSettings } from './evaluation.rules.js';

/** How a tenant evaluates its projects every month (一月一评). A round keeps the policy that it began with. */
export interface EvaluationPolicy {
  /** What each party’s mean weighs in the grade, whole numbers 0–100. */
  readonly residentsWeight: number;
  readonly othersWeight: number;
  readonly expertsWeight: number;
  /** Ratings below which a round has no grade. */
  readonly quorum: number;
  /** The least mean of each grade that has one. */
  readonly excellentFrom: number;
  readonly goodFrom: number;
  readonly passFrom: number;
  /** A round is open from the first of its month for so many days. */
  readonly daysOpen: number;
  /** Days after the day of publication on which the result can be objected to. */
  readonly objectionDays: number;
  /** Days that a correction is proposed to take. */
  readonly correctionDays: number;
}

/** Thresholds as domain.md has them; what it leaves to the tenant begins with these. */
export const EVALUATION_POLICY: EvaluationPolicy = {
  residentsWeight: 60,
  othersWeight: 20,
  expertsWeight: 20,
  quorum: 5,
  excellentFrom: EVALUATION_DEFAULTS.thresholds.excellent,
  goodFrom: EVALUATION_DEFAULTS.thresholds.good,
  passFrom: EVALUATION_DEFAULTS.thresholds.pass,
  daysOpen: 25,
  objectionDays: 5,
  correctionDays: 30,
};

/** The least and the most of each setting. A month may have 28 days. */
export const EVALUATION_POLICY_LIMITS: Readonly<Record<keyof EvaluationPolicy, { readonly min: number; readonly max: number }>> = {
  residentsWeight: { min: 0, max: 100 },
  othersWeight: { min: 0, max: 100 },
  expertsWeight: { min: 0, max: 100 },
  quorum: { min: 1, max: 1000 },
  excellentFrom: { min: 1, max: 100 },
  goodFrom: { min: 1, max: 100 },
  passFrom: { min: 1, max: 100 },
  daysOpen: { min: 1, max: 28 },
  objectionDays: { min: 1, max: 30 },
  correctionDays: { min: 1, max: 180 },
};

/** Why a policy cannot be, and the setting to blame. */
export type EvaluationPolicyProblem =
  | { readonly code: 'SETTING_OUT_OF_RANGE'; readonly field: keyof EvaluationPolicy; readonly min: number; readonly max: number }
  | { readonly code: 'THRESHOLDS_DISORDERED'; readonly field: 'goodFrom' | 'passFrom' }
  | { readonly code: 'NOBODY_WEIGHS'; readonly field: 'residentsWeight' };

/** Names of the settings. */
export const EVALUATION_SETTINGS = Object.keys(EVALUATION_POLICY) as readonly (keyof EvaluationPolicy)[]; // keys of a literal are its type's

/** The first thing wrong with a policy, or null. `evaluationPolicyProblem({ ...EVALUATION_POLICY, quorum: 0 })?.field // 'quorum'` */
export function evaluationPolicyProblem(policy: EvaluationPolicy): EvaluationPolicyProblem | null {
  for (const field of EVALUATION_SETTINGS) {
    const { min, max } = EVALUATION_POLICY_LIMITS[field];
    if (!Number.isInteger(policy[field]) || policy[field] < min || policy[field] > max) return { code: 'SETTING_OUT_OF_RANGE', field, min, max };
  }
  if (policy.goodFrom >= policy.excellentFrom) return { code: 'THRESHOLDS_DISORDERED', field: 'goodFrom' };
  if (policy.passFrom >= policy.goodFrom) return { code: 'THRESHOLDS_DISORDERED', field: 'passFrom' };
  if (policy.residentsWeight + policy.othersWeight + policy.expertsWeight === 0) return { code: 'NOBODY_WEIGHS', field: 'residentsWeight' };
  return null;
}

/** What of a policy decides a grade, as `evaluateParties` takes it. */
export function settingsOf({ excellentFrom, goodFrom, passFrom }: EvaluationPolicy): EvaluationSettings {
  return { ...EVALUATION_DEFAULTS, thresholds: { excellent: excellentFrom, good: goodFrom, pass: passFrom } };
}
