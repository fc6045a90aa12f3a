import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../marks/icon.js';
import { tenantBase } from '../../session/tenant-slug.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { Pick } from '../pick.js';
import { ExportableLedgersDocument } from './export.documents.js';

type Purpose = { value: string; label: string };

type ExportButtonProps = {
  ledger: string;
  /** The filter of the ledger’s list. */
  filter: object;
  /** What it says where a page has several; else just that it exports. */
  label?: string;
  isSmall?: boolean;
  /** What may be stated where the ledger’s rows hold sensitive values, as it is written down and as it is called here: one of them is asked for first. */
  purposes?: readonly Purpose[];
};

/**
 * The table's rows as the Excel ledger that they can be imported from; absent for who may not export it.
 * @example <ExportButton ledger="wishes" filter={{ state: ['SUBMITTED'] }} />
 */
export function ExportButton({ ledger, filter, label, isSmall, purposes = [] }: ExportButtonProps) {
  const { t } = useTranslation('kit');
  const { data } = useQuery(ExportableLedgersDocument);
  const [isAsking, setAsking] = useState(false);
  if (!data?.exportableLedgers.includes(ledger)) return null;
  const words = label ?? t('export.do');
  const href = `${tenantBase()}/exports/${ledger}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  if (data.forPurpose.includes(ledger)) {
    return (
      <>
        <Button icon="download" isSmall={isSmall} onPress={() => setAsking(true)}>
          {words}
        </Button>
        {isAsking && <AskPurpose title={words} href={href} purposes={purposes} onClose={() => setAsking(false)} />}
      </>
    );
  }
  return (
    <a className={isSmall ? 'btn is-small' : 'btn'} href={href} download title={t('export.hint')}>
      <Icon name="download" />
      {words}
    </a>
  );
}

/** Sensitive values are read for a stated purpose, which is written down with each of them. */
function AskPurpose({ title, href, purposes, onClose }: { title: string; href: string; purposes: readonly Purpose[]; onClose: () => void }) {
  const { t } = useTranslation('kit');
  const [purpose, setPurpose] = useState('');
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <div className="form">
        <p id="export-purpose" className="export-purpose">{t('export.recorded')}</p>
        <div className="go">
          <Pick label={t('export.purpose')} value={purpose} options={purposes} onPick={setPurpose} />
          {purpose ? (
            <a className="btn is-main" href={`${href}&purpose=${encodeURIComponent(purpose)}`} download onClick={onClose}>
              <Icon name="download" />
              {t('export.do')}
            </a>
          ) : (
            <Button tone="main" isLocked reasonId="export-purpose">
              {t('export.do')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
