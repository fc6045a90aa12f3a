/** One operation at one size. */
export interface Measured {
  size: number;
  name: string;
  label: string;
  /** Median, and the ninth of ten, of whole requests. */
  ms: number;
  slowMs: number;
  runs: number;
  /** The fastest of all, which a busy machine spoils least. */
  leastMs: number;
  /** Pages of 8 kB that its statements look at: the same however busy the machine is. */
  pages: number;
  /** Tables of the tenant that a plan reads from end to end; there should be none. */
  scans: string[];
}
