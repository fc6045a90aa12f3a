/** What a ledger may take, so that no file can fill the memory or the day. */
export interface LedgerLimits {
  /** Size of the file. */
  readonly maxBytes: number;
  /** Rows that hold something, without the headers. */
  readonly maxRows: number;
  /** Sum over all parts that are unpacked. */
  readonly maxUnzippedBytes: number;
  /** Unpacked size over packed size of a part; asked only of parts over 4 MB, since short ones pack by far better. */
  readonly maxRatio: number;
  /** Shared strings are the one thing that must stay in memory. */
  readonly maxTextBytes: number;
}

const MB = 1024 * 1024;

/** For a district's year: 200,000 rows, 50 MB. */
export const LEDGER_LIMITS: LedgerLimits = {
  maxBytes: 50 * MB,
  maxRows: 200_000,
  maxUnzippedBytes: 400 * MB,
  // Honest sheets reach 30; deflate ends at 1,032, and bombs are made there.
  maxRatio: 200,
  maxTextBytes: 64 * MB,
};

/** Below this a part may be packed as tightly as it likes. */
export const RATIO_FLOOR_BYTES = 4 * MB;
/** A spreadsheet has a dozen parts; one with photos some hundred. */
export const MAX_PARTS = 10_000;
/** Columns that a header row may fill. */
export const MAX_COLUMNS = 512;
/** Excel's own limit of one cell. */
export const CELL_TEXT_MAX = 32_767;
