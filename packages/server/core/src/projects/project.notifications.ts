import type { ConsumedEvent, NotificationKind, Recipients, Transaction } from '@weixiang/kernel';
import { nearest, ofRecords } from '../notifications/recipients.js';
import { Project } from './project.entity.js';

/** Whoever leads the project. */
async function leads(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const projects = await tx.em.find(Project, { id: { $in: events.map(({ subjectId }) => subjectId) } }, { fields: ['lead'] });
  return ofRecords(events, new Map(projects.map(({ id, lead }) => [id, lead?.id])));
}

/** What people are told of projects: when a step waits on them, and what others decided about their own. */
export const projectNotifications: readonly NotificationKind[] = [
  {
    name: 'project.reviewWaiting',
    label: { zh: '项目等我评审', en: 'A project waits for my review' },
    one: { zh: '有一个项目等您评审', en: 'A project waits for your review' },
    many: { zh: '有 {count} 个项目等您评审', en: '{count} projects wait for your review' },
    page: '/projects',
    events: ['project.submit', 'project.finish'],
    recipients: nearest('project.review'),
  },
  {
    name: 'project.decided',
    label: { zh: '我负责的项目有了决定', en: 'Something was decided about my project' },
    one: { zh: '您负责的项目有了新的决定', en: 'Something was decided about your project' },
    events: ['project.approve', 'project.sendBack', 'project.correct', 'project.acceptCorrection', 'project.terminate', 'project.goOn', 'project.close', 'project.honour'],
    recipients: leads,
  },
];
