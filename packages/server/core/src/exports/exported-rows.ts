import { ask, type Cell, type ExportedNode, HttpRefusal, type LedgerExporter, question, type Question, type RequestContext } from '@weixiang/kernel';

/** Records that are asked for at once: what a list gives at most. */
const pageSize = 100;

interface Page {
  nodes: readonly ExportedNode[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/**
 * The rows of an export, page by page, as whoever asks may read them: by the same list, filter, abilities and masks as on
 * the screen. The first page is asked for at once, so that a filter that cannot be is refused before anything is sent.
 * @throws HttpRefusal FILTER_INVALID
 */
export async function exportedRows(context: RequestContext, exporter: LedgerExporter, filter: Readonly<Record<string, unknown>>): Promise<AsyncIterable<(Cell | null)[]>> {
  const { columns, cellsOf } = exporter;
  const asked = questionOf(exporter);
  const pageAfter = (after: string | null): Promise<Page | null> => askPage(context, asked, { filter: { ...exporter.base, ...filter }, after });
  const first = await pageAfter(null);
  if (!first) throw new HttpRefusal(400, 'FILTER_INVALID');

  async function* rows(begin: Page): AsyncGenerator<(Cell | null)[]> {
    let page: Page | null = begin;
    while (page) {
      for (const node of page.nodes) {
        const cells = cellsOf(node, context.tenant.timeZone);
        yield columns.map(({ header }) => cells[header] ?? null);
      }
      if (!page.pageInfo.hasNextPage) return;
      page = await pageAfter(page.pageInfo.endCursor);
      // Half a ledger must not look like a whole one.
      if (!page) throw new Error('A page of an export could not be read.');
    }
  }
  return rows(first);
}

const questions = new WeakMap<LedgerExporter, Question>();

function questionOf(exporter: LedgerExporter): Question {
  const known = questions.get(exporter);
  if (known) return known;
  const { list, filter, sort, selection } = exporter;
  const made = question(
    `query ($filter: ${filter}, $after: String) { page: ${list}(first: ${pageSize}, after: $after, filter: $filter, sort: ${sort}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
  );
  questions.set(exporter, made);
  return made;
}

async function askPage(context: RequestContext, asked: Question, variables: Readonly<Record<string, unknown>>): Promise<Page | null> {
  const { kernel, features } = context;
  const { page } = await ask(context, kernel.schemas.of(features), asked, variables);
  return isPage(page) ? page : null;
}

function isPage(page: unknown): page is Page {
  return typeof page === 'object' && page !== null && 'nodes' in page && 'pageInfo' in page;
}
