/** Where the time comes from; the kernel injects the real one, tests a fixed one. `{ now: () => new Date() }` */
export interface Clock {
  now(): Date;
}
