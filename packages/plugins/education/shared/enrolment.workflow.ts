import { defineWorkflow } from '@weixiang/shared';

/** 一次报名从申请到结业。 Requests beyond the seats wait; a minor is confirmed with a guardian's consent on record alone. */
export const firstEnrolmentLife = defineWorkflow({
  name: 'education.enrolment',
  version: 1,
  initial: 'REQUESTED',
  states: {
    REQUESTED: { label: { zh: '待确认', en: 'Requested' } },
    CONFIRMED: { label: { zh: '已确认', en: 'Confirmed' } },
    COMPLETED: { label: { zh: '已结业', en: 'Completed' }, isFinal: true },
    DECLINED: { label: { zh: '未录取', en: 'Declined' }, isFinal: true },
    WITHDRAWN: { label: { zh: '已退出', en: 'Withdrawn' }, isFinal: true },
  },
  steps: {
    confirm: {
      label: { zh: '确认', en: 'Confirm' },
      from: ['REQUESTED'],
      to: 'CONFIRMED',
      needs: 'enrolment.confirm',
      guards: ['termTakesEnrolments', 'hasGuardianConsent', 'hasSeatLeft'],
    },
    decline: { label: { zh: '不予录取', en: 'Decline' }, from: ['REQUESTED'], to: 'DECLINED', needs: 'enrolment.confirm', input: { reason: 'required' } },
    withdraw: { label: { zh: '退出', en: 'Withdraw' }, from: ['REQUESTED', 'CONFIRMED'], to: 'WITHDRAWN', needs: 'enrolment.withdraw' },
    complete: { label: { zh: '结业', en: 'Complete' }, from: ['CONFIRMED'], to: 'COMPLETED', needs: 'enrolment.confirm', guards: ['termIsOver'] },
    release: {
      label: { zh: '随班次结束', en: 'Release with the term' },
      from: ['REQUESTED', 'CONFIRMED'],
      to: 'DECLINED',
      needs: 'enrolment.confirm',
      input: { reason: 'required' },
      guards: ['termIsOver'],
    },
  },
});

const { confirm, decline, complete } = firstEnrolmentLife.steps;

/** The same with a waiting list that moves up: whose turn it is has the place offered, and some time to accept it. */
export const enrolmentLife = defineWorkflow({
  name: 'education.enrolment',
  version: 2,
  initial: 'REQUESTED',
  states: {
    ...firstEnrolmentLife.states,
    OFFERED: { label: { zh: '待家长确认补位', en: 'Place offered' } },
    LAPSED: { label: { zh: '逾期未确认', en: 'Lapsed' }, isFinal: true },
  },
  steps: {
    confirm: { ...confirm, from: ['REQUESTED', 'OFFERED'] },
    decline,
    complete,
    offer: {
      label: { zh: '补位', en: 'Offer the place' },
      from: ['REQUESTED'],
      to: 'OFFERED',
      needs: 'enrolment.moveUp',
      guards: ['termTakesEnrolments', 'hasGuardianConsent'],
    },
    accept: { label: { zh: '接受名额', en: 'Accept the place' }, from: ['OFFERED'], to: 'CONFIRMED', needs: 'enrolment.accept', guards: ['termTakesEnrolments', 'hasGuardianConsent'] },
    lapse: { label: { zh: '逾期让出', en: 'Lapse' }, from: ['OFFERED'], to: 'LAPSED', needs: 'enrolment.moveUp', input: { reason: 'required' } },
    withdraw: { ...firstEnrolmentLife.steps.withdraw, from: ['REQUESTED', 'OFFERED', 'CONFIRMED'] },
    release: { ...firstEnrolmentLife.steps.release, from: ['REQUESTED', 'OFFERED', 'CONFIRMED'] },
  },
});
