import { tenantBase, useRefusingMutation } from '@weixiang/kit';
import { Trouble } from '@weixiang/kit/portal';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QrPicture } from '../shared/qr-picture.js';
import { MakeFamilyCodeDocument } from './child.documents.js';

/** A code is taken for three minutes; a new one stands there before. */
const renewMs = 120_000;

/** The guardian's code: shown when asked for, and renewed while it stands there. */
export function FamilyCode({ enrolment, isMinor }: { enrolment: string; isMinor: boolean }) {
  const { t } = useTranslation('education');
  const [code, setCode] = useState<string>();
  const { send, refusals, problem, isSending } = useRefusingMutation(MakeFamilyCodeDocument, (data) => data.makeFamilyCode);
  const ask = useRef(async () => {});
  useEffect(() => {
    ask.current = async () => {
      const made = await send({ enrolment });
      if (made?.code) setCode(made.code);
    };
  });
  const isShown = code !== undefined;
  useEffect(() => {
    if (!isShown) return;
    const timer = setInterval(() => void ask.current(), renewMs);
    return () => clearInterval(timer);
  }, [isShown]);
  return (
    <>
      <Trouble refusals={refusals} problem={problem} fields={[]} />
      {code ? (
        <div className="family-code">
          <QrPicture text={`${location.origin}${tenantBase()}/console/education/scan?code=${code}`} label={t('child.code')} />
          <p>{t(isMinor ? 'child.codeMeans' : 'child.codeMeansAdult')}</p>
        </div>
      ) : (
        <button type="button" className="btn" aria-disabled={isSending} onClick={() => (isSending ? undefined : void ask.current())}>
          {t('child.showCode')}
        </button>
      )}
    </>
  );
}
