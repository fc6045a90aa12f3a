import type { TenantRoute } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import { downloadRefusedRows } from './rejected-sheet.js';
import { receiveLedger } from './upload.js';

/** Path of the sheet of an import's refused rows. */
export function rejectedSheetUrl({ slug }: { slug: string }, uuid: string): string {
  return `/t/${slug}/imports/${toTypeId('import', uuid)}/rejected.xlsx`;
}

/** Files in, sheets out; everything else about imports is GraphQL. */
export const importRoutes: readonly TenantRoute[] = [
  { method: 'POST', path: '/imports/:ledger', handle: receiveLedger },
  { method: 'GET', path: '/imports/:id/rejected.xlsx', handle: downloadRefusedRows },
];
