import type { TenantRoute } from '@weixiang/kernel';
import { exportRoutes } from './exports/export.routes.js';
import { importRoutes } from './imports/import.routes.js';
import { noticeRoutes } from './notices/notice.routes.js';
import { photoRoutes } from './photos/photo.routes.js';
import { reportRoutes } from './reports/report.routes.js';

/** Core's routes beside GraphQL. */
export const routes: readonly TenantRoute[] = [...importRoutes, ...exportRoutes, ...photoRoutes, ...noticeRoutes, ...reportRoutes];
