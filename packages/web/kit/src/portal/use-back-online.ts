import { useEffect, useRef } from 'react';

/** Does it again as soon as there is a network, while something waits to be sent. */
export function useBackOnline(isWaiting: boolean, again: () => void): void {
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  useEffect(() => {
    if (!isWaiting) return;
    const send = () => latest.current();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [isWaiting]);
}
