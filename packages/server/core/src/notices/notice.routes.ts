import type { RequestContext, TenantRoute } from '@weixiang/kernel';
import { Readable } from 'node:stream';
import { shownContent } from './notice.rules.js';
import { linked, noticeHead, noticesAfter } from './notice.service.js';

/** What the export says of itself, for whoever finds the file without this product. */
const rule = 'hash = SHA-256 (hex) of previousHash, a line feed, and JSON.stringify([number, title, body, kind, publishedAt, orgUnit, corrects]) in UTF-8; the first previousHash is 64 zeros.';

/** The public series as one file, readable without an account, for anybody to verify or to keep. */
export const noticeRoutes: readonly TenantRoute[] = [
  {
    method: 'GET',
    path: '/notices.json',
    handle: async (context, _request, reply) =>
      reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(Readable.from(seriesText(context))),
  },
];

/** Written while it is read: the series may be long. Notices that come meanwhile may stand at the end. */
async function* seriesText({ kernel, tenant }: RequestContext): AsyncGenerator<string> {
  const head = await kernel.database.inTenant(tenant.id, (em) => noticeHead({ em, tenant }));
  yield `{"format":"weixiang-notices/1","tenant":${JSON.stringify(tenant.slug)},"rule":${JSON.stringify(rule)},"head":${JSON.stringify(head)},"notices":[`;
  for (let after = 0, isFirst = true; ; ) {
    const notices = await kernel.database.inTenant(tenant.id, (em) => noticesAfter({ em }, after));
    for (const notice of notices) {
      const { previousHash, hash } = notice;
      yield `${isFirst ? '' : ','}\n${JSON.stringify({ ...shownContent(linked(notice)), previousHash, hash })}`;
      isFirst = false;
    }
    const last = notices.at(-1)?.number;
    if (last === undefined) break;
    after = last;
  }
  yield '\n]}\n';
}
