import { useEffect, useRef, type RefObject } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/**
 * Puts the reader at a new page's heading: a screen reader then says where it is, and the page starts at its top.
 * The first page of a visit and the way back are the browser's own.
 */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  const way = useNavigationType();
  const isOwnStep = key !== 'default' && way !== 'POP';
  useEffect(() => {
    if (!isOwnStep) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only on arrival: a filter in the address changes the location too, and must not take the focus
  }, []);
  return heading;
}
