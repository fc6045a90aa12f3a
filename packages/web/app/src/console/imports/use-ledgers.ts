import { useQuery } from '@apollo/client/react';
import { useLabel } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { LedgersDocument } from './imports.documents.js';

/** The ledgers that the viewer may bring in, and what any ledger is called. */
export function useLedgers() {
  const { t } = useTranslation();
  const label = useLabel();
  const { data } = useQuery(LedgersDocument);
  const ledgers = data?.ledgers ?? [];
  return {
    ledgers: ledgers.map(({ name, label: words, required }) => ({ name, label: label(words), required })),
    nameOf: (ledger: string) => {
      const known = ledgers.find(({ name }) => name === ledger);
      return known ? label(known.label) : t(`ledger.${ledger}`, { defaultValue: ledger });
    },
  };
}
