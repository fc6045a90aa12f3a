import type { TenantRoute } from '@weixiang/kernel';
import { exportRoutes } from './exports/export.routes.js';
import { importRoutes } from './imports/import.routes.js';
import { photoRoutes } from './photos/photo.routes.js';

/** Core's routes beside GraphQL. */
export const routes: readonly TenantRoute[] = [...importRoutes, ...exportRoutes, ...photoRoutes];
