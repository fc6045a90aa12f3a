import type { ToldEvent } from '@weixiang/kernel';
import { projectLife } from './project.workflow.js';

/** What is told of projects: every step of the life that all of them share, by its own label. */
export const projectEvents: Readonly<Record<string, ToldEvent>> = {
  'project.created': { label: { zh: '策划项目', en: 'Project planned' } },
  'project.changed': { label: { zh: '修改项目', en: 'Project changed' } },
  'project.published': { label: { zh: '公开项目', en: 'Project shown to everybody' } },
  ...Object.fromEntries(Object.entries(projectLife.steps).map(([name, { label }]) => [`project.${name}`, { label: { zh: `项目${label.zh}`, en: `Project: ${label.en}` } }])),
};
