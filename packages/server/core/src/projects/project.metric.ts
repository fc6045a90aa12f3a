import type { FactDimension } from '../reports/facts.js';
import { countedMetric } from '../reports/index.js';
import { projectTypesOf } from './project-type.js';
import { PROJECT_STATES, PROJECT_TYPE_WORDS } from '@weixiang/shared';

/** Ways to part what is counted of projects, whichever records these are. */
export const projectDimensions = {
  type: { label: { zh: '类型', en: 'Type' }, by: 'project.type', names: (tx) => ({ ...PROJECT_TYPE_WORDS, ...Object.fromEntries(projectTypesOf(tx.features).map(({ name, label }) => [name, label])) }) },
  aspect: { label: { zh: '方面', en: 'Aspect' }, by: 'project.aspect_id', names: 'term' },
} as const satisfies Record<string, FactDimension>;

/** Projects by the day from which they are on record; a ledger's row without a date has been there since the beginning. */
export const projectsMetric = countedMetric({
  key: 'projects.total',
  label: { zh: '在册项目', en: 'Projects on record' },
  unit: { zh: '个', en: 'projects' },
  step: 2,
  definition: { zh: '期末已登记的项目，不论类型和状态。', en: 'Projects registered by the last day, of whichever type and state.' },
  from: 'project',
  row: 'project',
  prefix: 'project',
  stock: { since: 'project.recorded_on' },
  path: 'project.recorded_path',
  dimensions: { ...projectDimensions, state: { label: { zh: '状态', en: 'State' }, by: 'project.state', names: PROJECT_STATES } },
  record: { label: 'project.name', href: (id) => `/projects/${id}` },
});

/** 领衔项目的人: distinct people, each at the first of the agreements signed in the period. */
export const leadsMetric = countedMetric({
  key: 'projects.leads',
  label: { zh: '领衔项目的人', en: 'Project leads' },
  unit: { zh: '人', en: 'people' },
  step: 2,
  definition: { zh: '期内签约项目的负责人，一人领衔几个项目也只计一次。', en: 'Leads of the projects agreed in the period; who leads several counts once.' },
  from: `agreement join project on project.tenant_id = agreement.tenant_id and project.id = agreement.project_id`,
  row: 'agreement',
  prefix: 'agreement',
  where: 'coalesce(project.lead_id::text, project.lead_name) is not null',
  flow: 'agreement.signed_on',
  path: 'agreement.recorded_path',
  dimensions: projectDimensions,
  per: 'coalesce(project.lead_id::text, project.lead_name)',
  record: { label: `concat_ws('·', project.lead_name, project.name)`, on: { id: 'project.id', prefix: 'project' }, href: (id) => `/projects/${id}` },
});
