import { exportRoutes } from './exports/export.routes.js';
import { importRoutes } from './imports/import.routes.js';
import { noticeRoutes } from './notices/notice.routes.js';
import { photoRoutes } from './photos/photo.routes.js';
import type { TenantRoute } from '@weixiang/kernel';

/** Core's routes beside GraphQL. */
export const routes: readonly TenantRoute[] = [...importRoutes, ...exportRoutes, ...photoRoutes, ...noticeRoutes];
