import { useNavigationType } from 'react-router';

/** Coming back finds a list as it was left, with all its pages; arriving anew asks again and shows the old rows meanwhile. */
export function useFreshness(): { fetchPolicy: 'cache-first' | 'cache-and-network'; nextFetchPolicy: 'cache-first' } {
  const way = useNavigationType();
  return { fetchPolicy: way === 'POP' ? 'cache-first' : 'cache-and-network', nextFetchPolicy: 'cache-first' };
}
