import { tenantBase } from '../session/tenant-slug.js';

/** Where a photo's picture is: `photoAddress(id, 'thumbnail')`. */
export function photoAddress(id: string, size: 'full' | 'thumbnail'): string {
  return `${tenantBase()}/photos/${id}${size === 'full' ? '' : '/thumbnail'}`;
}
