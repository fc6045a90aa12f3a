import type { Tenant, Tenants } from '@weixiang/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { serviceWorker } from './app-shell.js';
import { brandPicture, brandPictureNames } from './brand-picture.js';
import { pathOfTenant } from './tenant-path.js';
import { webManifest } from './web-manifest.js';

/** What makes a tenant's portal an app on a telephone: manifest, icons, service worker; and the picture beside a shared page. */
export function addAppFiles(server: FastifyInstance, tenants: Tenants, built: string): void {
  const file = (name: string, answer: (tenant: Tenant, request: FastifyRequest, reply: FastifyReply) => unknown) =>
    server.get(`/t/:tenant/${name}`, async (request, reply) => {
      const tenant = await tenants.bySlug(String(Reflect.get(Object(request.params), 'tenant')));
      if (!tenant) return reply.callNotFound();
      return answer(tenant, request, reply);
    });
  file('app.webmanifest', (tenant, request, reply) =>
    reply.type('application/manifest+json; charset=utf-8').header('cache-control', 'no-cache').send(JSON.stringify(webManifest(tenant, pathOfTenant(tenant, request)))),
  );
  file('worker.js', (tenant, request, reply) =>
    existsSync(`${built}portal-worker.js`)
      ? reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(serviceWorker(built, tenant.slug, pathOfTenant(tenant, request)))
      : reply.callNotFound(),
  );
  for (const name of brandPictureNames) {
    file(name, async (tenant, _request, reply) => reply.type('image/png').header('cache-control', 'public, max-age=3600').send(await brandPicture(tenant, name)));
  }
}
