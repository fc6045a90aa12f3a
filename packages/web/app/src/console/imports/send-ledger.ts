import { sendFile, type SendOutcome } from '@weixiang/kit';

export type { SendOutcome };

/** Sends a ledger to its importer, telling how much has gone. Answers with the import's id, or why there is none. */
export function sendLedger(
  file: File,
  ledger: string,
  isDryRun: boolean,
  onProgress: (share: number) => void,
): Promise<SendOutcome> {
  return sendFile(`/imports/${encodeURIComponent(ledger)}${isDryRun ? '?dryRun=1' : ''}`, file, onProgress);
}
