import { describe, expect, it, vi } from 'vitest';
import { FellBehind, Follower } from './follower.js';

describe('a follower', () => {
  it('gets what it is offered, in order, before and while it waits', async () => {
    const follower = new Follower<number>(() => undefined);
    follower.offer(1);
    follower.offer(2);
    expect([await follower.next(), await follower.next()]).toEqual([{ done: false, value: 1 }, { done: false, value: 2 }]);
    const next = follower.next();
    follower.offer(3);
    expect(await next).toEqual({ done: false, value: 3 });
  });

  it('can be ended while it waits, and leaves', async () => {
    const leave = vi.fn<(follower: Follower<number>) => void>();
    const follower = new Follower<number>(leave);
    const next = follower.next();
    await follower.return();
    follower.offer(1);
    expect([await next, await follower.next()]).toEqual([{ done: true, value: undefined }, { done: true, value: undefined }]);
    expect(leave).toHaveBeenCalledWith(follower);
  });

  it('is told once that it fell behind, instead of filling the memory, and then is over', async () => {
    const leave = vi.fn<(follower: Follower<number>) => void>();
    const follower = new Follower<number>(leave);
    for (let event = 0; event <= 1_000; event += 1) follower.offer(event);
    expect(leave).toHaveBeenCalledOnce();
    await expect(follower.next()).rejects.toThrow(FellBehind);
    expect(await follower.next()).toEqual({ done: true, value: undefined });
  });
});
