import { defineWorkflow } from '@weixiang/shared';

/** 一期课程从计划到结课。 Starting and finishing also happen by themselves, on the term's own days. */
export const termLife = defineWorkflow({
  name: 'education.term',
  version: 1,
  initial: 'PLANNED',
  states: {
    PLANNED: { label: { zh: '筹备', en: 'Planned' } },
    OPEN: { label: { zh: '报名中', en: 'Open for enrolment' } },
    RUNNING: { label: { zh: '上课中', en: 'Running' } },
    FINISHED: { label: { zh: '已结课', en: 'Finished' }, isFinal: true },
    CANCELLED: { label: { zh: '已取消', en: 'Cancelled' }, isFinal: true },
  },
  steps: {
    open: { label: { zh: '开放报名', en: 'Open for enrolment' }, from: ['PLANNED'], to: 'OPEN', needs: 'course.open' },
    start: { label: { zh: '开课', en: 'Start' }, from: ['OPEN'], to: 'RUNNING', needs: 'course.open' },
    finish: { label: { zh: '结课', en: 'Finish' }, from: ['RUNNING'], to: 'FINISHED', needs: 'course.open' },
    cancel: {
      label: { zh: '取消这一期', en: 'Cancel the term' },
      from: ['PLANNED', 'OPEN', 'RUNNING'],
      to: 'CANCELLED',
      needs: 'course.open',
      input: { reason: 'required' },
    },
  },
});
