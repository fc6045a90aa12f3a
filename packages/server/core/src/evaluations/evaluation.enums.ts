import { registerEnumType } from 'type-graphql';

/** A grade of a monthly evaluation. */
export enum Grade {
  EXCELLENT = 'EXCELLENT',
  GOOD = 'GOOD',
  PASS = 'PASS',
  FAIL = 'FAIL',
}
registerEnumType(Grade, {
  name: 'Grade',
  description: 'A grade of a monthly evaluation: the weighted mean of its ratings.',
  valuesConfig: {
    EXCELLENT: { description: 'Excellent (优秀).' },
    GOOD: { description: 'Good (良好).' },
    PASS: { description: 'Pass (合格).' },
    FAIL: { description: 'Fail (不合格).' },
  },
});

/** Where a month's evaluation stands. */
export enum RoundState {
  OPEN = 'OPEN',
  LAPSED = 'LAPSED',
  PUBLISHED = 'PUBLISHED',
  FINAL = 'FINAL',
}
registerEnumType(RoundState, {
  name: 'RoundState',
  description: 'Where a month’s evaluation stands.',
  valuesConfig: {
    OPEN: { description: 'Ratings are being given (评议中).' },
    LAPSED: { description: 'Closed without a grade: fewer ratings than the quorum (未达法定人数).' },
    PUBLISHED: { description: 'The grade is public and may be objected to (公示中).' },
    FINAL: { description: 'The grade stands (已定). Tallies from a ledger are final from the start.' },
  },
});

/** As what somebody rates a project. */
export enum RatingParty {
  RESIDENT = 'RESIDENT',
  OTHER = 'OTHER',
  EXPERT = 'EXPERT',
}
registerEnumType(RatingParty, {
  name: 'RatingParty',
  description: 'As what somebody rates a project; each party’s mean has a weight of its own.',
  valuesConfig: {
    RESIDENT: { description: 'Residents (居民).' },
    OTHER: { description: 'Other parties (其他各方): who supervises, oversees, or works with residents.' },
    EXPERT: { description: 'Experts (专家).' },
  },
});

/** What has become of an objection. */
export enum ObjectionState {
  OPEN = 'OPEN',
  UPHELD = 'UPHELD',
  REJECTED = 'REJECTED',
}
registerEnumType(ObjectionState, {
  name: 'ObjectionState',
  description: 'What has become of an objection to a grade.',
  valuesConfig: {
    OPEN: { description: 'Not answered yet (待答复).' },
    UPHELD: { description: 'Upheld: the round was recounted and a further notice corrects the first (异议成立).' },
    REJECTED: { description: 'Rejected, with the reason (异议不成立).' },
  },
});

/** What may follow from a final grade. */
export enum ProposalKind {
  CORRECTION = 'CORRECTION',
  REMOVAL = 'REMOVAL',
  COMMENDATION = 'COMMENDATION',
}
registerEnumType(ProposalKind, {
  name: 'ProposalKind',
  description: 'What may follow from a final grade; a person decides.',
  valuesConfig: {
    CORRECTION: { description: 'After a fail: correction by a due date (整改).' },
    REMOVAL: { description: 'After failing again: the project ends and its partner is removed (清退).' },
    COMMENDATION: { description: 'After an excellent: public commendation (表彰).' },
  },
});

/** Whether a proposal was decided, and how. */
export enum ProposalState {
  PROPOSED = 'PROPOSED',
  CONFIRMED = 'CONFIRMED',
  DECLINED = 'DECLINED',
}
registerEnumType(ProposalState, {
  name: 'ProposalState',
  description: 'Whether a proposal was decided, and how.',
  valuesConfig: {
    PROPOSED: { description: 'Waits for a decision (待决定).' },
    CONFIRMED: { description: 'Confirmed (已确认).' },
    DECLINED: { description: 'Declined, with the reason (不采纳).' },
  },
});
