import { subject } from '@casl/ability';
import type { FigureRecord, Metric, Period, Transaction } from '@weixiang/kernel';
import { monthsBetween, parseTypeId, toTypeId } from '@weixiang/shared';

const key = 'wishes.collected';
const longestLabel = 60;
const condition = 'wish.tenant_id = ? and wish.recorded_on between ? and ? and (?::ltree is null or wish.recorded_path <@ ?::ltree)';

function values(tx: Transaction, { from, to, path }: Period): unknown[] {
  return [tx.tenant.id, from, to, path, path];
}

interface RecordedWish {
  id: string;
  number: number;
  words: string;
  recorded_on: string;
  org_path: string;
  is_public: boolean;
  wisher_id: string | null;
}

/** Every wish that was told, whatever became of it: merged and declined ones count too. */
export const collectedMetric: Metric = {
  name: key,
  async figures(tx, period) {
    const rows = await tx.em.execute<{ month: string; count: string }[]>(
      `select to_char(wish.recorded_on, 'YYYY-MM') as month, count(*) as count from wish where ${condition} group by 1`,
      values(tx, period),
    );
    const counts = new Map(rows.map(({ month, count }) => [month, Number(count)]));
    const months = monthsBetween(period.from, period.to).map((month) => counts.get(month) ?? 0);
    return [
      {
        key,
        label: { zh: '收集微心愿', en: 'Wishes collected' },
        unit: { zh: '条', en: 'wishes' },
        step: 1,
        definition: {
          zh: '登记日期在期内的微心愿，含已归并和不予受理的。',
          en: 'Wishes recorded in the period, merged and declined ones included.',
        },
        value: months.reduce((sum, count) => sum + count, 0),
        months,
      },
    ];
  },
  async records(tx, _key, period, { first, after }) {
    const last = after === null ? null : (parseTypeId(after)?.uuid ?? after);
    const rows = await tx.em.execute<RecordedWish[]>(
      `select wish.id, wish.number, wish.words, wish.recorded_on::text as recorded_on, wish.org_path::text as org_path, wish.is_public, wish.wisher_id
       from wish where ${condition}
         and (?::uuid is null or (wish.recorded_on, wish.id) < (select last.recorded_on, last.id from wish last where last.tenant_id = ? and last.id = ?::uuid))
       order by wish.recorded_on desc, wish.id desc limit ${Math.trunc(first)}`,
      [...values(tx, period), last, tx.tenant.id, last],
    );
    return rows.map((row) => recordOf(tx, row));
  },
};

/** A wish counts for whoever reads the figure; its words are only for who may read the wish. */
function recordOf(tx: Transaction, { id, number, words, recorded_on: date, ...row }: RecordedWish): FigureRecord {
  const wish = subject('Wish', { orgPath: row.org_path, isPublic: row.is_public, wisher: row.wisher_id });
  const letters = [...words];
  const short = letters.length > longestLabel ? `${letters.slice(0, longestLabel - 1).join('')}…` : words;
  const typeId = toTypeId('wish', id);
  return { id: typeId, label: tx.may('read', wish) ? short : `第 ${number} 号心愿`, date, href: `/wishes/${typeId}` };
}
