import type { AgendaSource } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';

/** Projects that stand at a station until somebody takes the next step. */
function standing(state: string, needs: string, kind: Text, action: Text): AgendaSource {
  return {
    name: `project.${state.toLowerCase()}`,
    needs,
    kind,
    action,
    from: 'project',
    row: 'project',
    where: `project.state = '${state}'`,
    overseen: 'project.type',
    since: 'project.created_at',
    title: 'project.name',
    page: { id: 'project.id', prefix: 'project', href: (id) => `/projects/${id}` },
  };
}

export const projectAgenda: readonly AgendaSource[] = [
  standing('DRAFT', 'project.edit', { zh: '策划', en: 'Draft' }, { zh: '提交评审', en: 'Submit' }),
  standing('REVIEW', 'project.review', { zh: '评审项目', en: 'Review' }, { zh: '评审', en: 'Review' }),
  standing('RESOURCING', 'project.edit', { zh: '整合资源', en: 'Resourcing' }, { zh: '签约', en: 'Agree' }),
  standing('AGREED', 'project.run', { zh: '待启动', en: 'Agreed' }, { zh: '启动', en: 'Start' }),
  standing('CORRECTION', 'project.supervise', { zh: '整改', en: 'Correction' }, { zh: '验收', en: 'Accept' }),
  standing('COMPLETION_REVIEW', 'project.review', { zh: '评审会', en: 'Completion review' }, { zh: '定结论', en: 'Decide' }),
];
