import { ErrorState, tenantBase } from '@weixiang/kit';
import { PageBar, TextField } from '@weixiang/kit/portal';
import { type SeriesFault, type SeriesHead, type SeriesNotice, type SeriesVerdict, verifySeries } from '@weixiang/shared';
import { useState } from 'react';
import { useWords } from './words.js';
import './evaluations.css';

type Outcome = { kind: 'done'; verdict: SeriesVerdict; head: number } | { kind: 'working'; count: number } | { kind: 'failed'; error: Error };

/** Computes the whole public series again in the reader's own browser; nobody needs to believe the server. */
export default function VerifyPage() {
  const te = useWords();
  const [kept, setKept] = useState({ number: '', hash: '' });
  const [outcome, setOutcome] = useState<Outcome>();
  const hash = kept.hash.trim().toLowerCase();
  const isHashWrong = hash !== '' && !/^[0-9a-f]{64}$/.test(hash);
  const isWorking = outcome?.kind === 'working';

  async function verify(): Promise<void> {
    if (isWorking || isHashWrong) return;
    setOutcome({ kind: 'working', count: 0 });
    try {
      const { notices, head } = await seriesOf(`${tenantBase()}/notices.json`);
      const number = Number(kept.number);
      const heads = [head, ...(hash !== '' && Number.isInteger(number) && number > 0 ? [{ number, hash }] : [])];
      let count = 0;
      const verdict = await verifySeries(notices, heads, async (text) => {
        count += 1;
        if (count % 100 === 0) setOutcome({ kind: 'working', count });
        return sha256(text);
      });
      setOutcome({ kind: 'done', verdict, head: notices.at(-1)?.number ?? 0 });
    } catch (error) {
      setOutcome({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  }

  return (
    <>
      <PageBar title={te('verify.title')} back="/notices" />
      <section className="band">
        <p>{te('verify.what')}</p>
        {window.isSecureContext ? (
          <form
            className="form judging-form"
            onSubmit={(event) => {
              event.preventDefault();
              void verify();
            }}
          >
            <fieldset className="field-row">
              <legend>{te('verify.kept')}</legend>
              <p className="meta">{te('verify.keptHelp')}</p>
              <TextField
                label={te('verify.keptNumber')}
                inputMode="numeric"
                isOptional
                value={kept.number}
                onChange={(number) => setKept({ ...kept, number })}
              />
              <TextField
                label={te('verify.keptHash')}
                isOptional
                autoComplete="off"
                value={kept.hash}
                onChange={(next) => setKept({ ...kept, hash: next })}
                refused={isHashWrong ? te('verify.keptWrong') : undefined}
              />
            </fieldset>
            <button type="submit" className="btn" aria-disabled={isWorking}>
              {isWorking ? te('verify.working', { count: outcome.count }) : te(outcome ? 'verify.again' : 'verify.start')}
            </button>
          </form>
        ) : (
          <p className="refusals">{te('verify.insecure')}</p>
        )}
        <div role="status">{outcome?.kind === 'done' ? <Found {...outcome} /> : null}</div>
        {outcome?.kind === 'failed' ? <ErrorState error={outcome.error} retry={() => void verify()} /> : null}
      </section>
      <section className="band" aria-label={te('verify.download')}>
        <a className="btn is-quiet" href={`${tenantBase()}/notices.json`} download="notices.json">
          {te('verify.download')}
        </a>
        <p className="meta">{te('verify.downloadHelp')}</p>
      </section>
    </>
  );
}

function Found({ verdict: { length, faults, head: hash }, head }: { verdict: SeriesVerdict; head: number }) {
  const te = useWords();
  if (length === 0 && faults.length === 0) return <p className="found">{te('verify.none')}</p>;
  const isIntact = faults.length === 0;
  return (
    <div className={`found ${isIntact ? 'is-intact' : 'is-broken'}`}>
      <b>{isIntact ? te('verify.intact', { count: length }) : te('verify.broken', { count: faults.length })}</b>
      {isIntact ? null : (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.kind} ${fault.number}`}>{te(`verify.fault.${fault.kind}`, valuesOf(fault))}</li>
          ))}
        </ul>
      )}
      <dl className="seals">
        <dt className="meta">{te('verify.head', { number: head })}</dt>
        <dd>{hash}</dd>
      </dl>
    </div>
  );
}

function valuesOf(fault: SeriesFault): Record<string, number> {
  const { kind: _kind, ...values } = fault;
  return values;
}

async function seriesOf(address: string): Promise<{ notices: SeriesNotice[]; head: SeriesHead }> {
  const answer = await fetch(address, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as { notices: SeriesNotice[]; head: SeriesHead }; // the server's own format; what is wrong with its content is what we look for
}

async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
