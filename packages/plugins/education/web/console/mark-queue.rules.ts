/** One tap on a list: whom, what, and when by this phone's clock. */
export interface QueuedMark {
  enrolment: string;
  mark: 'PRESENT' | 'LATE' | 'ABSENT' | 'EXCUSED' | null;
  at: string;
}

/** The queue with one more tap: of each learner only the last one counts. */
export function withMark(queue: readonly QueuedMark[], tap: QueuedMark): QueuedMark[] {
  return [...queue.filter(({ enrolment }) => enrolment !== tap.enrolment), tap];
}

/** What is left after some were sent: a tap that came meanwhile stays. */
export function without(queue: readonly QueuedMark[], sent: readonly QueuedMark[]): QueuedMark[] {
  return queue.filter(({ enrolment, at }) => !sent.some((one) => one.enrolment === enrolment && one.at === at));
}

/** A queue as it was kept; nothing when what was kept is none. */
export function queueFrom(kept: string | null): QueuedMark[] {
  try {
    const read: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(read) ? read.filter(isQueued) : [];
  } catch {
    return [];
  }
}

function isQueued(value: unknown): value is QueuedMark {
  const { enrolment, at } = Object(value);
  return typeof enrolment === 'string' && typeof at === 'string';
}
