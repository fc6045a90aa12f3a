/**
 * What node is told when it runs the server, here or in a process of jobs; both are busy for moments and quiet between them.
 * V8 makes the young half of its heap small after a quiet moment, and then collects all that a write has in its hands again
 * and again: it keeps 16 MB. And it collects the whole heap, with the code that it has compiled, after eight quiet seconds: it
 * waits a minute (docs/performance.md).
 */
export const nodeFlags: readonly string[] = ['--enable-source-maps', '--min-semi-space-size=16', '--memory-reducer-delay-ms=60000'];
