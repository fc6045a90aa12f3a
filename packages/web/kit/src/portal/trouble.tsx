import type { Problem } from '../graphql/problem.js';
import type { Refusals } from '../graphql/refusals.js';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** What stopped a form and belongs to none of its fields. */
export function Trouble({ refusals, problem, fields }: { refusals: Refusals; problem: Problem | undefined; fields: readonly string[] }) {
  const { t } = useTranslation('kit');
  const words = [...refusals.besides(fields), ...(problem ? [t(`send.${problem}`)] : [])];
  const box = useRef<HTMLDivElement>(null);
  const isThere = words.length > 0;
  useEffect(() => {
    if (isThere) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);
  if (!isThere) return null;
  return (
    <div ref={box} className="refusals" role="alert">
      {words.map((each) => (
        <p key={each}>{each}</p>
      ))}
    </div>
  );
}
