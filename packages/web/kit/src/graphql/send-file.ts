import { tenantBase } from '../session/tenant-slug.js';

/** What became of a file that was sent: its record's id, or why there is none; `message` is the server's, in the person's language. */
export type SendOutcome =
  | { id: string }
  | { problem: 'unreachable' | 'signedOut' | 'forbidden' | 'tooLarge' | 'tooMany' | 'busy' | 'broken'; message?: string | undefined };

const problems: Record<number, 'signedOut' | 'forbidden' | 'tooLarge' | 'tooMany' | 'busy'> = {
  401: 'signedOut',
  403: 'forbidden',
  413: 'tooLarge',
  429: 'tooMany',
  503: 'busy',
};

/**
 * Sends a file to a path of the tenant, telling how much has gone. XMLHttpRequest, because fetch cannot tell how far an upload is.
 * @example const outcome = await sendFile('/photos', file, setShare)
 */
export function sendFile(path: string, file: File, onProgress: (share: number) => void): Promise<SendOutcome> {
  const body = new FormData();
  body.append('file', file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${tenantBase()}${path}`);
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
