import type { Partner } from '../partners/partner.entity.js';
import type { Project } from '../projects/project.entity.js';
import { ProposalKind } from './evaluation.enums.js';
import type { EvaluationRound } from './evaluation-round.entity.js';

/** What was decided, and about what. */
interface Decision {
  kind: ProposalKind;
  words: string | null;
  dueOn: string | null;
  project: Pick<Project, 'name'>;
  partner: Pick<Partner, 'name'> | null;
  round: Pick<EvaluationRound, 'month'>;
}

/** The notice of a confirmed proposal, in the tenant's own language. */
export function decisionWords({ kind, words, dueOn, project, partner, round }: Decision): { title: string; body: string } {
  const name = `“${[...project.name].slice(0, 60).join('')}”`;
  const [year, month] = round.month.split('-').map(Number);
  const because = `${year}年${month}月评议`;
  const reason = `理由：${words ?? ''}`;
  switch (kind) {
    case ProposalKind.COMMENDATION:
      return { title: `表彰${name}`, body: [`${because}为优秀，决定予以表彰。`, ...of(partner), reason].join('\n') };
    case ProposalKind.CORRECTION:
      return { title: `${name}责令整改`, body: [`${because}不合格，责令整改，整改期至${dayOf(dueOn)}。`, reason].join('\n') };
    case ProposalKind.REMOVAL:
      return { title: `${name}清退`, body: [`整改后${because}仍不合格，项目终止。`, ...(partner ? [`合作单位${partner.name}清退。`] : []), reason].join('\n') };
  }
}

function of(partner: Decision['partner']): string[] {
  return partner ? [`合作单位：${partner.name}。`] : [];
}

function dayOf(date: string | null): string {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
