import { HttpRefusal, type RequestContext, type TenantRoute, writeSheet } from '@weixiang/kernel';
import { isDate, monthsBetween, say } from '@weixiang/shared';
import { figuresOf, openReport, reading, type ReportQuestion } from './report.service.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `GET /t/:tenant/report.xlsx?from=2025-01-01&to=2025-12-31&orgUnit=…`: the report as a sheet, a row a figure, its months beside it. */
const downloadReport: TenantRoute['handle'] = async (context, request, reply) => {
  if (context.actor.kind === 'anonymous') throw new HttpRefusal(401, 'SIGNED_OUT');
  const question = questionOf(request.query);
  const sheet = await sheetOf(context, question);
  return reply
    .type(xlsx)
    .header('content-disposition', `attachment; filename="report-${question.from}-${question.to}.xlsx"`)
    .header('cache-control', 'private, no-store')
    .send(sheet);
};

function questionOf(query: unknown): ReportQuestion {
  const asked: Record<string, unknown> = Object(query);
  const day = (name: string): string => {
    const value = asked[name];
    if (typeof value !== 'string' || !isDate(value)) throw new HttpRefusal(400, 'DAY_INVALID', { name });
    return value;
  };
  return { from: day('from'), to: day('to'), orgUnit: typeof asked['orgUnit'] === 'string' && asked['orgUnit'] !== '' ? asked['orgUnit'] : null };
}

async function sheetOf(context: RequestContext, question: ReportQuestion): Promise<Buffer> {
  const { language } = context;
  const figures = await reading(context, async (tx) => figuresOf(tx, await openReport(tx, question), null));
  const months = monthsBetween(question.from, question.to);
  const words = headers[language];
  const columns = [
    ...[words.key, words.label].map((header) => ({ header, width: 32 })),
    { header: words.value },
    { header: words.unit, width: 8 },
    ...months.map((header) => ({ header, width: 10 })),
    { header: words.records, width: 10 },
    { header: words.definition, width: 80 },
  ];
  const rows = figures.map(({ key, label, value, unit, months: ofMonths, recordCount, definition }) => [
    key, label, value, unit, ...months.map((_, at) => ofMonths?.[at] ?? null), recordCount, say(definition, language),
  ]);
  return writeSheet(columns, rows);
}

const headers = {
  zh: { key: '指标代码', label: '指标', value: '数值', unit: '单位', records: '记录数', definition: '口径' },
  en: { key: 'Key', label: 'Figure', value: 'Value', unit: 'Unit', records: 'Records', definition: 'Definition' },
} as const;

export const reportRoutes: readonly TenantRoute[] = [{ method: 'GET', path: '/report.xlsx', handle: downloadReport }];
