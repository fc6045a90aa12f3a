import { defineWorkflow, PROJECT_STATES } from '@weixiang/shared';

const state = (name: keyof typeof PROJECT_STATES) => ({ label: PROJECT_STATES[name] });

/** 项目的一生: every type's. A plugin extends it with `extendWorkflow` under the name `<type>.projectLife`. */
export const projectLife = defineWorkflow({
  name: 'project.life',
  version: 1,
  initial: 'DRAFT',
  states: {
    DRAFT: state('DRAFT'),
    REVIEW: state('REVIEW'),
    RESOURCING: state('RESOURCING'),
    AGREED: state('AGREED'),
    RUNNING: state('RUNNING'),
    COMPLETION_REVIEW: state('COMPLETION_REVIEW'),
    CLOSED: state('CLOSED'),
    BRAND: { ...state('BRAND'), isFinal: true },
    PAUSED: state('PAUSED'),
    CORRECTION: state('CORRECTION'),
    TERMINATED: { ...state('TERMINATED'), isFinal: true },
  },
  steps: {
    submit: { label: { zh: '提交评审', en: 'Submit for review' }, from: ['DRAFT'], to: 'REVIEW', needs: 'project.edit' },
    sendBack: { label: { zh: '退回修改', en: 'Send back' }, from: ['REVIEW'], to: 'DRAFT', needs: 'project.review', input: { words: 'required' } },
    approve: { label: { zh: '评审通过', en: 'Approve' }, from: ['REVIEW'], to: 'RESOURCING', needs: 'project.review' },
    agree: { label: { zh: '签约', en: 'Agree' }, from: ['RESOURCING'], to: 'AGREED', needs: 'project.edit', guards: ['hasAgreement'] },
    start: { label: { zh: '启动实施', en: 'Start' }, from: ['AGREED'], to: 'RUNNING', needs: 'project.run' },
    pause: { label: { zh: '暂停', en: 'Pause' }, from: ['RUNNING'], to: 'PAUSED', needs: 'project.run', input: { words: 'required' } },
    resume: { label: { zh: '恢复实施', en: 'Resume' }, from: ['PAUSED'], to: 'RUNNING', needs: 'project.run' },
    correct: {
      label: { zh: '责令整改', en: 'Order correction' },
      from: ['RUNNING'],
      to: 'CORRECTION',
      needs: 'project.supervise',
      input: { words: 'required' },
      guards: ['failedLately'],
    },
    acceptCorrection: { label: { zh: '整改合格', en: 'Accept the correction' }, from: ['CORRECTION'], to: 'RUNNING', needs: 'project.supervise' },
    terminate: {
      label: { zh: '清退', en: 'Terminate' },
      from: ['CORRECTION'],
      to: 'TERMINATED',
      needs: 'project.decide',
      input: { words: 'required' },
      guards: ['failedAgain'],
    },
    finish: { label: { zh: '召开评审会', en: 'Hold the completion review' }, from: ['RUNNING'], to: 'COMPLETION_REVIEW', needs: 'project.run' },
    goOn: { label: { zh: '继续实施', en: 'Go on' }, from: ['COMPLETION_REVIEW'], to: 'RUNNING', needs: 'project.review', input: { words: 'required' } },
    close: { label: { zh: '结项', en: 'Close' }, from: ['COMPLETION_REVIEW'], to: 'CLOSED', needs: 'project.review', input: { words: 'required' } },
    honour: { label: { zh: '评为品牌项目', en: 'Select as a brand project' }, from: ['CLOSED'], to: 'BRAND', needs: 'project.decide', input: { words: 'required' } },
  },
});
