import { defineWorkflow, type Workflow } from '@weixiang/shared';
import { ProposalKind } from './evaluation.enums.js';

/** One life a kind: they differ in who decides. */
function decided(kind: string, needs: string, label: { zh: string; en: string }) {
  return defineWorkflow({
    name: `evaluationProposal.${kind}`,
    version: 1,
    initial: 'PROPOSED',
    states: {
      PROPOSED: { label: { zh: '待决定', en: 'To be decided' } },
      CONFIRMED: { label: { zh: '已确认', en: 'Confirmed' }, isFinal: true },
      DECLINED: { label: { zh: '不采纳', en: 'Declined' }, isFinal: true },
    },
    steps: {
      confirm: { label, from: ['PROPOSED'], to: 'CONFIRMED', needs, input: { words: 'required' } },
      decline: { label: { zh: '不采纳', en: 'Decline' }, from: ['PROPOSED'], to: 'DECLINED', needs, input: { words: 'required' } },
    },
  });
}

/** The life of each kind of proposal. */
export const proposalLives: Readonly<Record<ProposalKind, Workflow>> = {
  CORRECTION: decided('correction', 'project.supervise', { zh: '责令整改', en: 'Order the correction' }),
  REMOVAL: decided('removal', 'project.decide', { zh: '清退', en: 'Remove' }),
  COMMENDATION: decided('commendation', 'project.decide', { zh: '表彰', en: 'Commend' }),
};
