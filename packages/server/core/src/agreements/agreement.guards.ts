import type { Guard } from '@weixiang/kernel';
import { Agreement } from './agreement.entity.js';

const missing = { zh: '还没有登记合作协议', en: 'No agreement is recorded yet' };

/** 签约: there is an agreement about the project. */
export const hasAgreement: Guard = async ({ em, tenant }, ids) => {
  const signed = await em.find(Agreement, { project: ids.map((id) => [tenant.id, id] as const) }, { fields: ['project'] });
  const projects = new Set(signed.map(({ project }) => project.id));
  return new Map(ids.map((id) => [id, projects.has(id) || missing]));
};
