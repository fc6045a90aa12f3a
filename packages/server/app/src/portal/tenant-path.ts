import type { Tenant } from '@weixiang/kernel';
import type { FastifyRequest } from 'fastify';

/** Where a tenant's addresses begin for this request: '' at its own domain, else `/t/qiaocheng`. */
export function pathOfTenant({ slug }: Pick<Tenant, 'slug'>, { originalUrl, url }: FastifyRequest): string {
  return originalUrl === url ? `/t/${slug}` : '';
}
