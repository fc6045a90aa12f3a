/** One who waits for turns, and the time that they had since they first did. */
interface Flow<Waiter> {
  /** Virtual time: milliseconds of service, counted on from where the queue stood when they came. */
  used: number;
  waiting: Waiter[];
}

/**
 * Whose turn is next, so that all who wait get the same time: start-time fair queueing. Who comes anew begins where the
 * queue stands, neither with a debt nor with credit from idle days.
 * @example turns.add('a', waiter); turns.next(5) // ['a', waiter]; turns.charge('a', 12 - 5)
 */
export class Turns<Waiter> {
  private readonly flows = new Map<string, Flow<Waiter>>();
  /** Virtual time at which the last turn began. */
  private now = 0;
  private count = 0;

  /** How many wait. */
  get size(): number {
    return this.count;
  }

  /** How many flows have somebody waiting. */
  get waitingFlows(): number {
    let flows = 0;
    for (const { waiting } of this.flows.values()) if (waiting.length > 0) flows += 1;
    return flows;
  }

  add(key: string, waiter: Waiter): void {
    const flow = this.flows.get(key) ?? { used: 0, waiting: [] };
    if (flow.waiting.length === 0) flow.used = Math.max(flow.used, this.now);
    flow.waiting.push(waiter);
    this.flows.set(key, flow);
    this.count += 1;
  }

  /** Takes out whoever is next of the flows that may have a turn, and charges it what a turn usually takes; null when nobody may. */
  next(usualMs: number, may: (key: string) => boolean = () => true): [string, Waiter] | null {
    let first: [string, Flow<Waiter>] | null = null;
    for (const [key, flow] of this.flows) {
      if (flow.waiting.length > 0 && (!first || flow.used < first[1].used) && may(key)) first = [key, flow];
    }
    const waiter = first?.[1].waiting.shift();
    if (!first || waiter === undefined) return null;
    const [key, flow] = first;
    this.now = flow.used;
    flow.used += usualMs;
    this.count -= 1;
    return [key, waiter];
  }

  /** Takes out those of whom this is true, wherever they stand; each is asked once, and `told` hears of who is out. */
  takeOut(isOver: (waiter: Waiter) => boolean, told: (waiter: Waiter) => void): void {
    for (const flow of this.flows.values()) {
      const over: Waiter[] = [];
      flow.waiting = flow.waiting.filter((waiter) => !isOver(waiter) || over.push(waiter) === 0);
      this.count -= over.length;
      over.forEach(told);
    }
  }

  /** Corrects what a flow was charged; of one that never waited nothing is kept. */
  charge(key: string, ms: number): void {
    const flow = this.flows.get(key);
    if (flow) flow.used += ms;
  }

  /** Forgets who does not wait and had no more than the others. */
  tidy(): void {
    for (const [key, { waiting, used }] of this.flows) if (waiting.length === 0 && used <= this.now) this.flows.delete(key);
  }
}
