/** The tenant whose page this is: from a custom domain's page, else from the path `/t/qiaocheng/…`. Empty when neither says. */
export function tenantSlug(): string {
  const named = document.querySelector('meta[name="weixiang-tenant"]')?.getAttribute('content');
  return named || (/^\/t\/([a-z0-9-]+)(\/|$)/.exec(location.pathname)?.[1] ?? '');
}

/** Where the tenant's addresses begin: '' at its own domain, else `/t/qiaocheng`. `${tenantBase()}/graphql` */
export function tenantBase(): string {
  return /^\/t\/[a-z0-9-]+(?=\/|$)/.exec(location.pathname)?.[0] ?? '';
}
