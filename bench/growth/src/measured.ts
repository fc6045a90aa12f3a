/** One operation at one size. */
export interface Measured {
  size: number;
  name: string;
  label: string;
  /** Median, and the ninth of ten, of whole requests. */
  ms: number;
  slowMs: number;
  runs: number;
  /** Tables of the tenant that a plan reads from end to end; there should be none. */
  scans: string[];
}
