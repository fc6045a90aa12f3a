import type { AgendaSource } from '@weixiang/kernel';

/** Listed demands that no project answers yet. */
export const demandAgenda: readonly AgendaSource[] = [
  {
    name: 'demand.startProject',
    needs: 'demand.answer',
    kind: { zh: '清单待立项', en: 'Listed, no project' },
    action: { zh: '立项', en: 'Plan a project' },
    from: 'demand',
    row: 'demand',
    where: `demand.state = 'LISTED'`,
    since: 'demand.created_at',
    title: 'demand.title',
    page: { id: 'demand.id', prefix: 'demand', href: (id) => `/demands/${id}` },
  },
];
