import { useFollow } from '@weixiang/kit/console';
import { RecordChangedDocument } from './live.documents.js';

/**
 * Keeps a page’s record as it is: read again, without a word, when something happened to it. A form that is open on it
 * still names the version that its writer saw.
 * @example useRecordFollow(id, result.refetch)
 */
export function useRecordFollow(id: string, refetch: () => Promise<unknown>) {
  useFollow(RecordChangedDocument, { id }, () => void refetch().catch(() => undefined));
}
