import { useFormat } from '@weixiang/kit';
import { Button, UploadDrop } from '@weixiang/kit/console';
import { Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { largestFile, ledgerOf } from './ledgers.js';
import { useLedgers } from './use-ledgers.js';
import { sendLedger, type SendOutcome } from './send-ledger.js';

/** Drop a ledger, see which one it is taken for, rehearse it or bring it in. */
export function UploadLedger() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const navigate = useNavigate();
  const { ledgers } = useLedgers();
  const [file, setFile] = useState<File>();
  const [ledger, setLedger] = useState('');
  const [isDryRun, setDryRun] = useState(false);
  const [share, setShare] = useState<number>();
  const [failed, setFailed] = useState<Exclude<SendOutcome, { id: string }>>();

  const take = (chosen: File) => {
    setFailed(chosen.size > largestFile ? { problem: 'tooLarge' } : undefined);
    setFile(chosen.size > largestFile ? undefined : chosen);
    setLedger(
      ledgerOf(
        chosen.name,
        ledgers.map(({ name }) => name),
      ),
    );
  };
  const send = async () => {
    if (!file || !ledger) return;
    setFailed(undefined);
    setShare(0);
    const outcome = await sendLedger(file, ledger, isDryRun, setShare);
    setShare(undefined);
    if ('id' in outcome) await navigate(`/imports/${outcome.id}`);
    else setFailed(outcome);
  };
  const chosen = ledgers.find(({ name }) => name === ledger);
  return (
    <div className="upload">
      <UploadDrop
        label={file ? file.name : t('imports.drop')}
        hint={file ? t('imports.size', { size: number(Math.ceil(file.size / 1024)) }) : t('imports.dropHint')}
        accept=".xlsx"
        onFile={take}
        isBusy={share !== undefined}
      />
      {failed && (
        <p className="note-line is-late" role="alert">
          {failed.message ?? t(failed.problem === 'tooLarge' ? 'imports.tooLarge' : `kit:send.${failed.problem}`)}
        </p>
      )}
      {file && (
        <div className="upload-choices">
          <Select
            aria-label={t('imports.ledger')}
            placeholder={t('imports.whichLedger')}
            value={ledger || undefined}
            onChange={setLedger}
            options={ledgers.map(({ name, label }) => ({ value: name, label }))}
            popupMatchSelectWidth={false}
          />
          <label className="switch">
            <Switch checked={isDryRun} onChange={setDryRun} />
            {t('imports.rehearse')}
          </label>
          <Button
            tone="main"
            icon="upload"
            isLocked={!ledger}
            isBusy={share !== undefined}
            reasonId="upload-why"
            onPress={() => void send()}
          >
            {t(isDryRun ? 'imports.rehearseNow' : 'imports.sendNow')}
          </Button>
          <span id="upload-why" className="why">
            {chosen ? t('imports.needsColumns', { columns: chosen.required.join('、') }) : t('imports.nameUnknown')}
          </span>
        </div>
      )}
      {share !== undefined && (
        <div
          className="progress"
          role="progressbar"
          aria-label={t('imports.sending')}
          aria-valuenow={Math.round(share * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <i style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </div>
  );
}
