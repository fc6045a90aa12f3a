import type { AgendaSource } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';

/** A decision that a final grade calls for. */
function proposed(kind: string, needs: string, label: Text, action: Text): AgendaSource {
  return {
    name: `evaluationProposal.${kind.toLowerCase()}`,
    needs,
    kind: label,
    action,
    from: `evaluation_proposal proposal join project on project.tenant_id = proposal.tenant_id and project.id = proposal.project_id`,
    row: 'proposal',
    where: `proposal.state = 'PROPOSED' and proposal.kind = '${kind}'`,
    overseen: 'proposal.project_type',
    since: 'proposal.created_at',
    title: 'project.name',
    page: { id: 'proposal.round_id', prefix: 'round', href: (id) => `/evaluations/${id}` },
  };
}

/** Objections that nobody has answered, and what final grades call for. */
export const evaluationAgenda: readonly AgendaSource[] = [
  {
    name: 'objection.answer',
    needs: 'evaluation.answer',
    kind: { zh: '答复异议', en: 'Objection' },
    action: { zh: '答复', en: 'Answer' },
    from: 'objection',
    row: 'objection',
    where: `objection.state = 'OPEN'`,
    overseen: 'objection.project_type',
    since: 'objection.created_at',
    title: 'objection.words',
    isVoice: true,
    page: { id: 'objection.round_id', prefix: 'round', href: (id) => `/evaluations/${id}` },
  },
  proposed('CORRECTION', 'project.supervise', { zh: '整改建议', en: 'Correction proposed' }, { zh: '决定', en: 'Decide' }),
  proposed('REMOVAL', 'project.decide', { zh: '清退建议', en: 'Removal proposed' }, { zh: '决定', en: 'Decide' }),
  proposed('COMMENDATION', 'project.decide', { zh: '表彰建议', en: 'Commendation proposed' }, { zh: '决定', en: 'Decide' }),
];
