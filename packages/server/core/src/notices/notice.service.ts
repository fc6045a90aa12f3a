import { optionalWords, requiredWords, type Transaction } from '@weixiang/kernel';
import type { SeriesHead } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { rootUnit } from '../organisation/org-unit.service.js';
import { Project } from '../projects/project.entity.js';
import { Notice } from './notice.entity.js';
import type { PublishNoticeInput } from './notice.inputs.js';
import { beginning, ChainWalk, noticeHash, type LinkedNotice } from './notice.rules.js';

/** Makes words public for good. Two at once take turns at the counter, so that numbers and hashes follow one another. */
export async function publishNotice(tx: Transaction, input: PublishNoticeInput): Promise<Notice> {
  const project = await tx.referOptional(Project, input.project, 'project');
  const orgUnit = (await tx.referOptional(OrgUnit, input.orgUnit, 'orgUnit')) ?? (project && (await tx.peek(OrgUnit, project.orgUnit.id)));
  const corrects = await tx.referOptional(Notice, input.corrects, 'corrects');
  tx.require('publishNotice', orgUnit ?? (await rootUnit(tx)));
  if (project) tx.require('publishNotice', project);
  if (corrects) tx.require('publishNotice', await speakerOf(tx, corrects));
  return postNotice(tx, {
    title: requiredWords(input.title, 'title', 100),
    body: requiredWords(input.body, 'body', 20_000),
    kind: optionalWords(input.kind, 'kind', 50) ?? '公示',
    orgUnit,
    project,
    corrects,
  });
}

/** What a notice is made of. */
export type NoticeToPost = Pick<Notice, 'title' | 'body' | 'kind' | 'orgUnit' | 'project' | 'corrects'> & { round?: Notice['round'] };

/** Makes words public that were decided on elsewhere; who may speak was asked there. */
export async function postNotice(tx: Transaction, { round = null, ...words }: NoticeToPost): Promise<Notice> {
  const number = await tx.nextNumber('notice');
  const before = await tx.em.findOne(Notice, { number: number - 1 }, { fields: ['hash'] });
  const previousHash = before?.hash ?? beginning;
  const content = { ...words, number, publishedAt: tx.now };
  const hash = noticeHash(previousHash, { ...content, orgUnitId: words.orgUnit?.id ?? null, correctsId: words.corrects?.id ?? null });
  const notice = tx.create(Notice, { ...content, round, previousHash, hash });
  tx.announce('notice.published', notice, { number });
  return notice;
}

/** The unit that spoke. */
async function speakerOf(tx: Transaction, { orgUnit }: Notice): Promise<OrgUnit> {
  return (orgUnit && (await tx.peek(OrgUnit, orgUnit.id))) ?? rootUnit(tx);
}

const batch = 500;

/** How far the series reaches by the counter of what was ever published, which no notice's absence changes. */
export async function noticeHead(tx: Pick<Transaction, 'em' | 'tenant'>): Promise<SeriesHead> {
  const [row] = await tx.em.execute<{ number: string; hash: string | null }[]>(
    `select counter.value as number, notice.hash from counter
     left join notice on notice.tenant_id = counter.tenant_id and notice.number = counter.value
     where counter.tenant_id = ? and counter.name = 'notice'`,
    [tx.tenant.id],
  );
  return row ? { number: Number(row.number), hash: row.hash } : { number: 0, hash: beginning };
}

/** The next notices of the series, in its order. */
export function noticesAfter({ em }: Pick<Transaction, 'em'>, number: number): Promise<Notice[]> {
  return em.find(Notice, { number: { $gt: number } }, { orderBy: { number: 'asc' }, limit: batch });
}

/** Recomputes the whole series, a few hundred notices at a time; the counter tells whether its end is missing. */
export async function walkNotices(tx: Transaction): Promise<ChainWalk> {
  const walk = new ChainWalk();
  const head = await noticeHead(tx);
  for (let after = 0; ; ) {
    const notices = await noticesAfter(tx, after);
    for (const notice of notices) walk.take(linked(notice));
    after = notices.at(-1)?.number ?? after;
    if (notices.length < batch) return walk.end(head.number);
    tx.em.clear();
  }
}

/** A notice as its hash sees it. */
export function linked(notice: Notice): LinkedNotice {
  return { ...notice, orgUnitId: notice.orgUnit?.id ?? null, correctsId: notice.corrects?.id ?? null };
}
