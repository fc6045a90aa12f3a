import type { AgendaSource } from '@weixiang/kernel';

const wish = {
  from: 'wish',
  row: 'wish',
  title: 'wish.words',
  isVoice: true,
  page: { id: 'wish.id', prefix: 'wish', href: (id) => `/wishes/${id}` },
} as const satisfies Partial<AgendaSource>;

/** Wishes that nobody has answered, and answered ones that belong to no demand yet; a ledger's answered wishes are the past. */
export const wishAgenda: readonly AgendaSource[] = [
  {
    ...wish,
    name: 'wish.answer',
    needs: 'wish.answer',
    kind: { zh: '首次答复', en: 'First answer' },
    action: { zh: '答复', en: 'Answer' },
    where: `wish.state = 'SUBMITTED'`,
    due: 'wish.answer_due_at',
    since: 'wish.created_at',
    escalatedTo: 'wish.escalated_to_id',
  },
  {
    ...wish,
    name: 'wish.gather',
    needs: 'wish.accept',
    kind: { zh: '归集需求', en: 'Gather' },
    action: { zh: '归集', en: 'Gather' },
    where: `wish.state = 'ACCEPTED' and wish.demand_id is null and wish.unlisted_reason is null and wish.ledger_key is null`,
    since: 'coalesce(wish.first_answered_at, wish.created_at)',
  },
];
