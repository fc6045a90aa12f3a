import { useEffect, useRef } from 'react';

/** Does something once what it waited for has come true, with what the page knows by then. `useWhen(isSignedIn, () => void send())` */
export function useWhen(isTrue: boolean, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (isTrue) latest.current();
  }, [isTrue]);
}
