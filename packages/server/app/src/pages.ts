import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { Kernel, Tenant } from '@weixiang/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addAppFiles } from './portal/app-files.js';
import { escapeHtml } from './portal/escape-html.js';
import { headTags, pageHead } from './portal/page-head.js';
import { pathOfTenant } from './portal/tenant-path.js';

const built = fileURLToPath(new URL('../../../web/app/dist/', import.meta.url));

/** Puts into a page's HTML what is this tenant's and this address's. */
type Dress = (html: string, tenant: Tenant, request: FastifyRequest) => Promise<string>;

/** Serves the portal at `/t/:tenant/`, the console at `/t/:tenant/console`, their files at `/web/`, and the list of tenants at `/`. */
export async function servePages(server: FastifyInstance, kernel: Kernel): Promise<void> {
  await server.register((pages) => addPages(pages, kernel));
}

/** In a scope of their own: pages and their files travel compressed, answers of the API, which hold secrets, do not. */
async function addPages(server: FastifyInstance, kernel: Kernel): Promise<void> {
  const { tenants } = kernel;
  await server.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
  if (existsSync(built)) {
    await server.register(fastifyStatic, { root: built, prefix: '/web/', index: false, immutable: true, maxAge: '365d', setHeaders: noCacheForPages });
  }
  const page = (file: string, dress: Dress) => async (request: FastifyRequest, reply: FastifyReply) => {
    const tenant = await tenants.bySlug(String(Reflect.get(Object(request.params), 'tenant')));
    if (!tenant) return reply.code(404).type('text/html; charset=utf-8').send(plainPage('没有这个地址 · Not found', '<p>没有这个区县。<br>There is no such district here.</p><p><a href="/">返回 · Back</a></p>'));
    if (!existsSync(`${built}${file}`)) return reply.code(503).type('text/plain; charset=utf-8').send('The web is not built. Run npm start.');
    const html = readPage(file, pathOfTenant(tenant, request) === '' ? tenant.slug : null);
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(await dress(html, tenant, request));
  };
  const portal = page('portal.html', dressed(kernel));
  const console = page('console.html', async (html) => html);
  addAppFiles(server, tenants, built);
  server.get('/t/:tenant', (request, reply) => reply.redirect(`${request.url.split('?')[0] ?? ''}/`, 302));
  server.get('/t/:tenant/', portal);
  server.get('/t/:tenant/*', portal);
  server.get('/t/:tenant/console', console);
  server.get('/t/:tenant/console/*', console);
  server.get('/', async (_request, reply) => {
    const rows = (await tenants.all()).map(({ slug, brand, name }) => `<li><b>${escapeHtml(brand.name)}</b> ${escapeHtml(name.zh)} <a href="/t/${slug}/">门户 portal</a> <a href="/t/${slug}/console">控制台 console</a></li>`);
    return reply.type('text/html; charset=utf-8').send(plainPage('微项 Weixiang', `<h1>微项 Weixiang</h1><ul>${rows.join('')}</ul>`));
  });
}

/** A portal page says in its head what it is about, for whoever shows it without running it. */
function dressed(kernel: Kernel): Dress {
  return async (html, tenant, request) => {
    const path = pathOfTenant(tenant, request);
    const [asked = ''] = request.originalUrl.split('?');
    const head = await pageHead(kernel, tenant, asked.slice(path.length));
    const origin = `${request.protocol}://${request.host}`;
    const tags = headTags(head, tenant, { at: `${origin}${asked}`, base: `${origin}${path}`, path });
    return html.replace(/<title>[^<]*<\/title>/, () => tags);
  };
}

/** At a tenant's own domain the address does not name it: the page does, and its paths begin at the root. */
function readPage(file: string, slug: string | null): string {
  const html = readFileSync(`${built}${file}`, 'utf8');
  return slug === null ? html : html.replace('<head>', `<head><meta name="weixiang-tenant" content="${slug}">`);
}

function noCacheForPages(reply: FastifyReply, path: string): void {
  if (path.endsWith('.html')) reply.header('cache-control', 'no-cache');
}

function plainPage(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>body{font:18px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:560px;margin:48px auto;padding:0 16px;color:#1d1b18}a{color:#1d4f91;margin-left:12px}</style><body>${body}</body></html>`;
}
