/** Who asks: a community's secretary with a session, in one tenant. */
export interface Secretary {
  tenantId: string;
  slug: string;
  token: string;
  /** UUIDs of the community's grids. */
  grids: string[];
}

/** Names of the engines. */
export type EngineName = 'ours' | 'postgraphile' | 'floor';

/** One thing that is compared. */
export interface Query {
  name: string;
  title: string;
  /** Whether it writes; answers are then compared by their shape alone. */
  writes: boolean;
  documents: Record<EngineName, string>;
}
