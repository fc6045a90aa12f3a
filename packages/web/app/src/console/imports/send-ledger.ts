import { tenantBase } from '@weixiang/kit';

export type SendOutcome =
  { id: string } | { problem: 'unreachable' | 'signedOut' | 'forbidden' | 'tooLarge' | 'tooMany' | 'broken'; message?: string };

const problems: Record<number, 'signedOut' | 'forbidden' | 'tooLarge' | 'tooMany'> = {
  401: 'signedOut',
  403: 'forbidden',
  413: 'tooLarge',
  429: 'tooMany',
};

/**
 * Sends a ledger to its importer, telling how much has gone. Answers with the import's id, or why there is none.
 * XMLHttpRequest, because fetch cannot tell how far an upload is.
 */
export function sendLedger(
  file: File,
  ledger: string,
  isDryRun: boolean,
  onProgress: (share: number) => void,
): Promise<SendOutcome> {
  const body = new FormData();
  body.append('file', file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${tenantBase()}/imports/${encodeURIComponent(ledger)}${isDryRun ? '?dryRun=1' : ''}`);
    request.setRequestHeader('x-requested-with', 'weixiang');
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(loaded / total);
    request.onerror = () => resolve({ problem: 'unreachable' });
    request.onload = () => resolve(outcomeOf(request.status, request.responseText));
    request.send(body);
  });
}

function outcomeOf(status: number, text: string): SendOutcome {
  const answer = parsed(text);
  if (status >= 200 && status < 300 && typeof answer['id'] === 'string') return { id: answer['id'] };
  const message = typeof answer['message'] === 'string' ? answer['message'] : undefined;
  return { problem: problems[status] ?? 'broken', message };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
