import type { EntityManager } from '@mikro-orm/postgresql';
import type { Cell, Cipher, LedgerRow, RowProblem } from '@weixiang/kernel';
import { newId, say, type Language, type Text } from '@weixiang/shared';
import { Problem, type ImportProblem } from './problem.entity.js';

/** Longest list of problems that the API gives; the sheet of refused rows has all of them. */
const longestList = 1_000;

/** A problem as it is kept. Inserted past the unit of work: they are notes of a process, no records whose history anybody needs. */
export interface NewProblem extends RowProblem {
  isWarning: boolean;
  cells?: LedgerRow['cells'];
}

/** Writes down problems in the order given. */
export async function keepProblems(em: EntityManager, tenantId: string, importId: string, problems: readonly NewProblem[], now: Date): Promise<void> {
  const batch = 500; // 10 values a row; PostgreSQL takes 65,535 in one statement
  for (let from = 0; from < problems.length; from += batch) {
    const part = problems.slice(from, from + batch);
    await em.insertMany(
      Problem,
      part.map(({ row, column, code, message, isWarning, cells }) => ({
        tenantId, id: newId(), createdAt: now, version: 1, source: [tenantId, importId], line: row, header: column, code, message, isWarning, cells: cells ? JSON.stringify(cells) : null,
      })),
    );
  }
}

/** Forgets what an import noted about its rows, but not about its headers; a rehearsal that begins again does. */
export async function forgetProblems(em: EntityManager, tenantId: string, importId: string): Promise<void> {
  await em.execute(`delete from import_problem where tenant_id = ? and import_id = ? and code <> 'EXTRA_COLUMN'`, [tenantId, importId]);
}

/** The first problems of an import by row, in one language. */
export async function problemsOf(em: EntityManager, tenantId: string, importId: string, isWarning: boolean, language: Language): Promise<ImportProblem[]> {
  const rows = await em.execute<{ line: number; header: string | null; code: string; message: Text }[]>(
    `select line, header, code, message from import_problem
     where tenant_id = ? and import_id = ? and is_warning = ? order by line, id limit ${longestList}`,
    [tenantId, importId, isWarning],
  );
  return rows.map(({ line, header, code, message }) => ({ row: line, column: header, code, message: say(message, language) }));
}

/** A refused row with everything that is wrong with it. */
export interface RefusedRow {
  line: number;
  reasons: string;
  cells: Readonly<Record<string, Cell>>;
}

/** All refused rows of an import, in the order of the file, a page at a time. */
export async function* refusedRows(em: EntityManager, cipher: Cipher, tenantId: string, importId: string, language: Language): AsyncGenerator<RefusedRow> {
  const page = 2_000;
  for (let after = 0; ; ) {
    const rows = await em.execute<{ line: number; reasons: { header: string | null; message: Text }[]; kept: { id: string; cells: string } | null }[]>(
      `select line, json_agg(json_build_object('header', header, 'message', message) order by id) as reasons, (json_agg(json_build_object('id', id, 'cells', cells) order by id) filter (where cells is not null)) -> 0 as kept
       from import_problem where tenant_id = ? and import_id = ? and not is_warning and line > ?
       group by line order by line limit ${page}`,
      [tenantId, importId, after],
    );
    for (const { line, reasons, kept } of rows) {
      const told = reasons.map(({ header, message }) => (header === null ? say(message, language) : `${header}${language === 'zh' ? '：' : ': '}${say(message, language)}`));
      yield { line, reasons: told.join(language === 'zh' ? '；' : '; '), cells: kept ? cellsOf(cipher, tenantId, kept) : {} };
      after = line;
    }
    if (rows.length < page) return;
  }
}

function cellsOf(cipher: Cipher, tenantId: string, { id, cells }: { id: string; cells: string }): Record<string, Cell> {
  return Object(JSON.parse(String(cipher.decrypt({ tenantId, table: 'import_problem', column: 'cells', id }, cells, 'text'))));
}
