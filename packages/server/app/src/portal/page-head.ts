import { ask, type Kernel, question, type Question, type Tenant } from '@weixiang/kernel';
import { escapeHtml } from './escape-html.js';

/** What stands in the head of a page, for whoever reads it without running it: chat programs, search engines. */
export interface PageHead {
  title: string;
  description: string;
  type: 'website' | 'article';
}

interface SharedPage {
  path: RegExp;
  asked: Question;
  headOf(record: Record<string, unknown>): Omit<PageHead, 'type'>;
}

const promise = '居民心愿：说了有人听，听了有回音。';

/** Pages of one record. Each is asked for as nobody, so that nothing stands here which the page would not show to nobody. */
const shared: readonly SharedPage[] = [
  {
    path: /^\/wishes\/(wish_[0-9a-z]{26})\/?$/,
    asked: question('query ($id: ID!) { record: wish(id: $id) { words orgUnit { name } lastAnswer { words } } }'),
    headOf: ({ words, orgUnit, lastAnswer }) => ({
      title: `“${clipped(words, 30)}”`,
      description: [clipped(words, 80), textIn(orgUnit, 'name'), textIn(lastAnswer, 'words') && `答复：${clipped(textIn(lastAnswer, 'words'), 60)}`].filter(Boolean).join('｜'),
    }),
  },
  {
    path: /^\/projects\/([a-z]+_[0-9a-z]{26})\/?$/,
    asked: question('query ($id: ID!) { record: project(id: $id) { name plan orgUnit { name } } }'),
    headOf: ({ name, plan, orgUnit }) => ({ title: clipped(name, 40), description: [textIn(orgUnit, 'name'), clipped(plan, 100)].filter(Boolean).join('｜') || promise }),
  },
  {
    path: /^\/notices\/(notice_[0-9a-z]{26})\/?$/,
    asked: question('query ($id: ID!) { record: notice(id: $id) { number title body } }'),
    headOf: ({ number, title, body }) => ({ title: `${clipped(title, 40)}（公示第${String(number)}号）`, description: clipped(body, 120) || promise }),
  },
];

/** The head of a portal page; `path` begins after the tenant's base. What is not public has the head of the portal itself. */
export async function pageHead(kernel: Kernel, tenant: Tenant, path: string): Promise<PageHead> {
  const own: PageHead = { title: tenant.brand.name, description: `${tenant.name.zh}${promise}`, type: 'website' };
  for (const { path: pattern, asked, headOf } of shared) {
    const id = pattern.exec(path)?.[1];
    if (id === undefined) continue;
    const context = await kernel.contextFor(tenant, { language: 'zh', session: { token: null, set: () => undefined, clear: () => undefined } });
    const { record } = await ask(context, kernel.schemas.of(context.features), asked, { id });
    if (typeof record !== 'object' || record === null) return own;
    const { title, description } = headOf(Object(record));
    return { title: `${title}·${tenant.brand.name}`, description, type: 'article' };
  }
  return own;
}

/** The tags of a head. `at` is the address of the page and `base` that of the tenant, both whole. */
export function headTags({ title, description, type }: PageHead, tenant: Pick<Tenant, 'brand'>, { at, base, path }: { at: string; base: string; path: string }): string {
  const meta = (name: string, content: string): string => `<meta ${name.startsWith('og:') ? 'property' : 'name'}="${name}" content="${escapeHtml(content)}" />`;
  return [
    `<title>${escapeHtml(title)}</title>`,
    meta('description', description),
    meta('og:title', title),
    meta('og:description', description),
    meta('og:type', type),
    meta('og:site_name', tenant.brand.name),
    meta('og:locale', 'zh_CN'),
    meta('og:url', at),
    meta('og:image', `${base}/share.png`),
    meta('og:image:width', '1200'),
    meta('og:image:height', '630'),
    meta('twitter:card', 'summary_large_image'),
    meta('theme-color', tenant.brand.color),
    meta('apple-mobile-web-app-title', tenant.brand.name),
    `<link rel="manifest" href="${path}/app.webmanifest" />`,
    `<link rel="apple-touch-icon" href="${path}/icon-192.png" />`,
  ].join('\n    ');
}

function textIn(record: unknown, field: string): string {
  const value: unknown = typeof record === 'object' && record !== null ? Reflect.get(record, field) : null;
  return typeof value === 'string' ? value : '';
}

/** At most so many characters, on one line. */
function clipped(text: unknown, length: number): string {
  const letters = Array.from(typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '');
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : letters.join('');
}
