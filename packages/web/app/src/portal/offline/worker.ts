import { tenantBase } from '@weixiang/kit';

let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();

function found(worker: ServiceWorker | null): void {
  if (!worker || !navigator.serviceWorker.controller) return; // the first one replaces nobody
  waiting = worker;
  for (const tell of listeners) tell();
}

/** Lets the portal open without a network from the second visit on. Without https, or where it is forbidden, nothing is lost. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const base = tenantBase();
    const registration = await navigator.serviceWorker.register(`${base}/worker.js`, { scope: `${base}/`, updateViaCache: 'none' });
    found(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => installing.state === 'installed' && found(installing));
    });
  } catch {
    // Storage full, or the house forbids it: the portal goes on as a page.
  }
}

/** A newer portal that waits to take over, and the way to let it. */
export const newVersion = {
  subscribe(tell: () => void): () => void {
    listeners.add(tell);
    return () => listeners.delete(tell);
  },
  isWaiting: () => waiting !== undefined,
  takeOver(): void {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of this origin, and its postMessage takes no target
    waiting?.postMessage('take over');
  },
};
