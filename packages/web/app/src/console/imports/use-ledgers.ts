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
  const nameOf = (ledger: string) => {
    const known = ledgers.find(({ name }) => name === ledger);
    // A ledger whose feature gives it no label is labelled by its name; the console knows the core's in words.
    const words = known ? label(known.label) : ledger;
    return words === ledger ? t(`ledger.${ledger}`, { defaultValue: ledger }) : words;
  };
  return { nameOf, ledgers: ledgers.map(({ name, required }) => ({ name, label: nameOf(name), required })) };
}
