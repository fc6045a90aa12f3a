import type { AgendaSource } from '@weixiang/kernel';
import { reviewDays } from './emergency-access.rules.js';

/** What is over and waits to be reviewed by somebody other than who opened it. */
export const emergencyAgenda: readonly AgendaSource[] = [
  {
    name: 'emergency.review',
    needs: 'emergency.review',
    kind: { zh: '复核紧急访问', en: 'Review emergency access' },
    action: { zh: '复核', en: 'Review' },
    from: 'emergency_access emergency',
    row: 'emergency',
    where: `emergency.state = 'ENDED'`,
    notOn: 'emergency.person_id',
    due: `emergency.ended_at + interval '${reviewDays} days'`,
    since: 'emergency.ended_at',
    title: 'emergency.reason',
    page: { id: 'emergency.id', prefix: 'emergency', href: (id) => `/emergencies/${id}` },
  },
];
