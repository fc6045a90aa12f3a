import { fillText, type Text } from '@weixiang/shared';

const MESSAGES = {
  FILE_EMPTY: { zh: '这个文件是空的', en: 'The file is empty' },
  FILE_TOO_LARGE: { zh: '文件太大，最多 {max} MB', en: 'The file is too large; at most {max} MB' },
  FILE_UNPACKS_TOO_LARGE: {
    zh: '文件解压后太大，不像一份台账，没有读取',
    en: 'The file unpacks to far more than a ledger holds and was not read',
  },
  FILE_OLD_FORMAT: {
    zh: '这是旧版 .xls 文件，请另存为 .xlsx 再上传',
    en: 'This is an old .xls file; save it as .xlsx and upload that',
  },
  FILE_ENCRYPTED: { zh: '文件有密码，请去掉密码再上传', en: 'The file has a password; remove it and upload again' },
  FILE_NOT_SPREADSHEET: { zh: '这不是 Excel 文件（.xlsx）', en: 'This is not an Excel file (.xlsx)' },
  FILE_DAMAGED: { zh: '文件已损坏，打不开。请重新导出', en: 'The file is damaged and cannot be read; export it again' },
  HEADERS_MISSING: { zh: '第一行没有表头', en: 'The first row holds no headers' },
  HEADER_MISSING: { zh: '缺少表头：{headers}', en: 'These headers are missing: {headers}' },
  HEADER_TWICE: { zh: '表头重复：{headers}', en: 'These headers stand twice: {headers}' },
  TOO_MANY_COLUMNS: { zh: '列太多，最多 {max} 列', en: 'Too many columns; at most {max}' },
  TOO_MANY_ROWS: { zh: '行太多，最多 {max} 行。请分成几份', en: 'Too many rows; at most {max}. Split the file' },
} as const satisfies Record<string, Text>;

/** Why a whole file was refused. */
export type LedgerFileErrorCode = keyof typeof MESSAGES;

/**
 * The file as a whole cannot be read as a ledger; what went wrong beneath is in `cause`, for the log alone.
 * @example if (error instanceof LedgerFileError) say(error.text, language) // “缺少表头：登记日期”
 */
export class LedgerFileError extends Error {
  readonly text: Text;

  constructor(
    readonly code: LedgerFileErrorCode,
    values: Readonly<Record<string, string | number>> = {},
    cause?: unknown,
  ) {
    const text = fillText(MESSAGES[code], values);
    super(text.en, { cause });
    this.name = 'LedgerFileError';
    this.text = text;
  }
}
