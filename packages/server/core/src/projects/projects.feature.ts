import { defineServer, listQuery, oneQuery, tallyQuery, searchedRecord } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { projectAgenda } from './project.agenda.js';
import { projectAbilities } from './project.abilities.js';
import { PlainProject, Project } from './project.entity.js';
import { projectExporter } from './project.exporter.js';
import { projectImporter } from './project.importer.js';
import { projectList } from './project.list.js';
import { leadsMetric, projectsMetric } from './project.metric.js';
import { ProjectFields, ProjectMutations } from './project.resolver.js';
import { projectLife } from './project.workflow.js';
import { projectEvents } from './project.events.js';
import { projectNotifications } from './project.notifications.js';

const planners = ['organisationOfficer', 'subDistrictOfficer', 'communitySecretary'] as const;

/** Projects of every type, and their life. */
export const projectsFeature = defineServer({
  declaration: defineFeature({
    name: 'projects',
    label: { zh: '项目', en: 'Projects' },
    description: { zh: '微项目从策划到结项。', en: 'Projects from plan to close.' },
    dependsOn: ['partners'],
    workflows: [projectLife],
    permissions: {
      'project.read': {
        label: { zh: '查看项目', en: 'See projects' },
        level: 'unit',
        roles: ['convener', 'departmentOfficer', ...planners, 'gridWorker', 'buildingLeader', 'projectLead', 'supervisor', 'expert', 'auditor'],
      },
      'project.create': { label: { zh: '立项', en: 'Plan projects' }, level: 'unit', roles: planners },
      'project.edit': { label: { zh: '修改项目、提交评审、签约', en: 'Change projects, submit and agree them' }, level: 'unit', roles: planners },
      'project.publish': { label: { zh: '公开项目', en: 'Show projects to everybody' }, level: 'unit', roles: planners },
      'project.review': { label: { zh: '评审项目、结项', en: 'Review and close projects' }, level: 'unit', roles: ['organisationOfficer', 'subDistrictOfficer', 'departmentOfficer'] },
      'project.run': { label: { zh: '实施项目', en: 'Run projects' }, level: 'unit', roles: planners },
      'project.supervise': { label: { zh: '监督整改', en: 'Order and accept corrections' }, level: 'unit', roles: [...planners, 'departmentOfficer', 'supervisor'] },
      'project.decide': { label: { zh: '清退、评定品牌', en: 'Terminate, select brand projects' }, level: 'unit', roles: ['convener', 'organisationOfficer', 'subDistrictOfficer'] },
    },
    messages: {
      PROJECT_CODE_TAKEN: { zh: '这个项目编号已经有了，请换一个。', en: 'This number is taken. Please choose another.' },
      PROJECT_OVER: { zh: '项目已经结束，不能再改。', en: 'The project is over and cannot be changed any more.' },
      PROJECT_PUBLIC: { zh: '项目已经公开。', en: 'Everybody can see the project already.' },
    },
  }),
  entities: [Project],
  searches: [searchedRecord(() => Project, { label: { zh: '项目', en: 'Projects' }, texts: ['name', 'leadName', 'plan'], codes: ['code'] })],
  graphTypes: [PlainProject],
  reads: [
    oneQuery('project', () => Project, 'One project by id; null when absent or not to be seen.'),
    listQuery('projects', () => projectList, 'Projects that you may see.'),
    tallyQuery('projectCounts', () => projectList, 'state', 'How many projects that you may see are in each state.'),
    tallyQuery('projectsByType', () => projectList, 'type', 'How many projects that you may see are of each type.'),
    tallyQuery('projectsByAspect', () => projectList, 'aspect', 'How many projects that you may see are of each aspect; those of none are left out.'),
    tallyQuery('projectsByLevel', () => projectList, 'orgUnit.kind', 'How many projects that you may see belong to each kind of unit (目录的层级).'),
  ],
  resolvers: [ProjectMutations, ProjectFields],
  events: projectEvents,
  notifications: projectNotifications,
  abilities: [projectAbilities],
  importers: [projectImporter],
  exporters: [projectExporter],
  metrics: [projectsMetric, leadsMetric],
  agenda: projectAgenda,
  migrations: new URL('../../migrations/projects/', import.meta.url),
});
