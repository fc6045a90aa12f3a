/** How many events may wait for one follower; who is further behind asks anew rather than filling the memory. */
const mostWaiting = 1_000;

/** The follower took too long over what it was told; it has to read again what it follows, and follow anew. */
export class FellBehind extends Error {}

/** What one follower has still to be told, in order. Ending it at any time ends the wait for more. */
export class Follower<T> implements AsyncIterableIterator<T, undefined> {
  private readonly waiting: T[] = [];
  private tell: (() => void) | null = null;
  private end: 'no' | 'left' | 'behind' = 'no';

  constructor(private readonly leave: (follower: Follower<T>) => void) {}

  /** One more to be told. */
  offer(item: T): void {
    if (this.end !== 'no') return;
    if (this.waiting.length >= mostWaiting) this.stop('behind');
    else this.waiting.push(item);
    this.tell?.();
  }

  /** @throws FellBehind once, when too much was waiting. */
  async next(): Promise<IteratorResult<T, undefined>> {
    while (this.waiting.length === 0 && this.end === 'no') {
      await new Promise<void>((resolve) => (this.tell = resolve));
    }
    if (this.end === 'behind') {
      this.end = 'left';
      throw new FellBehind('More happened than could be told.');
    }
    const item = this.waiting.shift();
    return item === undefined ? { done: true, value: undefined } : { done: false, value: item };
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.stop('left');
    this.tell?.();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private stop(end: 'left' | 'behind'): void {
    this.end = end;
    this.waiting.length = 0;
    this.leave(this);
  }
}
