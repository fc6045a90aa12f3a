import type { Write } from '../write/write.js';
import type { RequestContext } from './context.js';

/** A request that may also write. Routes get it; a resolver asks for `write` by `@Writes()`, so that it is known which do nothing else. */
export interface WritingContext extends RequestContext {
  /** The write path: one transaction, refusals as data, repeatable. */
  write: Write;
}
