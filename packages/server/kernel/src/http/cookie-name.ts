/** Name of a tenant's session cookie; the platform's is `wx_platform`, at a path of its own. */
export const cookieName = (slug: string): string => `wx_${slug}`;
