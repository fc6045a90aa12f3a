import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { Tenants } from '@weixiang/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../../web/app/dist/', import.meta.url));

/** Serves the portal at `/t/:tenant/`, the console at `/t/:tenant/console`, their files at `/web/`, and the list of tenants at `/`. */
export async function servePages(server: FastifyInstance, tenants: Tenants): Promise<void> {
  await server.register((pages) => addPages(pages, tenants));
}

/** In a scope of their own: pages and their files travel compressed, answers of the API, which hold secrets, do not. */
async function addPages(server: FastifyInstance, tenants: Tenants): Promise<void> {
  await server.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
  if (existsSync(built)) {
    await server.register(fastifyStatic, { root: built, prefix: '/web/', index: false, immutable: true, maxAge: '365d', setHeaders: noCacheForPages });
  }
  const page = (file: string) => async (request: FastifyRequest, reply: FastifyReply) => {
    const tenant = await tenants.bySlug(String(Reflect.get(Object(request.params), 'tenant')));
    if (!tenant) return reply.code(404).type('text/html; charset=utf-8').send(plainPage('没有这个地址 · Not found', '<p>没有这个区县。<br>There is no such district here.</p><p><a href="/">返回 · Back</a></p>'));
    if (!existsSync(`${built}${file}`)) return reply.code(503).type('text/plain; charset=utf-8').send('The web is not built. Run npm start.');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(readPage(file, request.originalUrl === request.url ? null : tenant.slug));
  };
  server.get('/t/:tenant', (request, reply) => reply.redirect(`${request.url.split('?')[0] ?? ''}/`, 302));
  server.get('/t/:tenant/', page('portal.html'));
  server.get('/t/:tenant/*', page('portal.html'));
  server.get('/t/:tenant/console', page('console.html'));
  server.get('/t/:tenant/console/*', page('console.html'));
  server.get('/', async (_request, reply) => {
    const rows = (await tenants.all()).map(({ slug, brand, name }) => `<li><b>${escapeHtml(brand.name)}</b> ${escapeHtml(name.zh)} <a href="/t/${slug}/">门户 portal</a> <a href="/t/${slug}/console">控制台 console</a></li>`);
    return reply.type('text/html; charset=utf-8').send(plainPage('微项 Weixiang', `<h1>微项 Weixiang</h1><ul>${rows.join('')}</ul>`));
  });
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

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
