import type { ProjectQuery } from '../generated/graphql.js';

/** A project as its page asks for it. */
export type FullProject = NonNullable<ProjectQuery['project']>;
