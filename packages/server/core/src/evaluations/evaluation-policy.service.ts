import { refuse, type Kernel, type Tenant, type Transaction } from '@weixiang/kernel';
import { EVALUATION_POLICY, EVALUATION_SETTINGS, evaluationPolicyProblem, type EvaluationPolicy } from '@weixiang/shared';
import { lockTenant } from '../tenants/tenant.service.js';
import type { EditEvaluationPolicyInput } from './evaluation-policy.type.js';

/** The tenant's policy; what it has not set is as the domain has it. */
export function policyOf({ settings }: Pick<Tenant, 'settings'>): EvaluationPolicy {
  const own = EVALUATION_SETTINGS.flatMap((name) => {
    const value = settings[nameOf(name)];
    return typeof value === 'number' ? [[name, value] as const] : [];
  });
  return { ...EVALUATION_POLICY, ...Object.fromEntries(own) };
}

/** Changes the policy of rounds that begin from now on; those that have begun keep theirs. */
export async function editEvaluationPolicy(tx: Transaction, kernel: Kernel, input: EditEvaluationPolicyInput): Promise<EvaluationPolicy> {
  const tenant = await lockTenant(tx, kernel, 'edit', input.version);
  const changes = EVALUATION_SETTINGS.flatMap((name) => (input[name] == null ? [] : [[name, input[name]] as const]));
  const policy: EvaluationPolicy = { ...policyOf(tenant), ...Object.fromEntries(changes) };
  const problem = evaluationPolicyProblem(policy);
  if (problem) throw refuse(problem.code, problem.field, 'min' in problem ? { min: problem.min, max: problem.max } : {});
  tenant.settings = { ...tenant.settings, ...Object.fromEntries(changes.map(([name, value]) => [nameOf(name), value])) };
  await tx.em.flush();
  return policy;
}

function nameOf(setting: keyof EvaluationPolicy): string {
  return `evaluations.${setting}`;
}
