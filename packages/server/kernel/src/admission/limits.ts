/** How many requests a process works on at once, and how long others wait for it. */
export interface AdmissionLimits {
  /** Requests under way at once. */
  places: number;
  /** Longest wait in a rush, in milliseconds. */
  rushMs: number;
  /** How long a tenant's queue may go on without an end before it is no rush any more. */
  rushLastsMs: number;
  /** What a request is taken to hold its place for until some have. */
  usualMs: number;
}

/** For what the API answers: more at once would only wait for each other, for the processor or for connections. */
export const queryLimits: AdmissionLimits = { places: 6, rushMs: 200, rushLastsMs: 50, usualMs: 25 };

/** For files in and out, which take as long as the client's line does. */
export const fileLimits: AdmissionLimits = { places: 48, rushMs: 2_000, rushLastsMs: 1_000, usualMs: 250 };
