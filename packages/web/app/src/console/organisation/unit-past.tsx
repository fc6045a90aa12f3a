import { useFormat, useLabel, useRefusingMutation } from '@weixiang/kit';
import { Button, Dialog, RefusingForm, Section } from '@weixiang/kit/console';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitQuery } from '../generated/graphql.js';
import { HistoryList } from '../history/history-list.js';
import { CancelReorganisationDocument } from './reorganisation.documents.js';

type Unit = NonNullable<UnitQuery['orgUnit']>;
type Reorganisation = Unit['reorganisations']['edges'][number]['node'];

/** What was and will be done to the unit, with its days; a plan can be called off until its day. */
export function UnitPast({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { day, number } = useFormat();
  const [canceled, setCanceled] = useState<Reorganisation>();
  const all = unit.reorganisations.edges.map(({ node }) => node);
  return (
    <>
      {all.length > 0 && (
        <Section title={t('reorganise.title')}>
          <ol className="list">
            {all.map((it) => (
              <li key={it.id}>
                <span>
                  {t(`reorganise.what.${it.kind}`, { target: it.target?.name ?? '', from: it.formerlyBelow?.name ?? '' })}{' '}
                  <span className="meta">
                    {t(`reorganise.state.${it.state}`)}
                    {it.recordsMoved > 0 && ` ${t('reorganise.followed', { count: it.recordsMoved, shown: number(it.recordsMoved) })}`}
                  </span>
                </span>
                <span className="at">{day(it.effectiveOn)}</span>
                {(it.basis || it.failure) && <span className="meta">{it.failure ? label(it.failure) : it.basis}</span>}
                {it.isCancelable && (
                  <Button isSmall tone="grave" onPress={() => setCanceled(it)}>
                    {t('reorganise.cancel')}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
      {unit.history.totalCount > 0 && (
        <Section title={t('history.title')} note={t('kit:list.count', { count: unit.history.totalCount })}>
          <HistoryList entries={unit.history.edges.map(({ node }) => ({ ...node, words: node.words ?? renamed(node.changes, t) }))} />
        </Section>
      )}
      {canceled && <CancelDialog it={canceled} onClose={() => setCanceled(undefined)} />}
    </>
  );
}

/** From which name to which; of other changes the event's own name says enough. */
function renamed(changes: unknown, t: TFunction): string | null {
  const names: unknown = Object(changes).name;
  return Array.isArray(names) && names[0] ? t('units.renamed', { from: names[0], to: names[1] }) : null;
}

function CancelDialog({ it, onClose }: { it: Reorganisation; onClose: () => void }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const cancel = useRefusingMutation(CancelReorganisationDocument, (data) => data.cancelReorganisation, { refetch: ['Unit'] });
  return (
    <Dialog title={t('reorganise.cancelWhat', { day: day(it.effectiveOn) })} isOpen onClose={onClose}>
      <RefusingForm
        label={t('reorganise.cancel')}
        submit={t('reorganise.cancel')}
        fields={[]}
        outcome={cancel}
        cancel={
          <Button tone="bare" onPress={onClose}>
            {t('reorganise.keep')}
          </Button>
        }
        onSubmit={async () => {
          if (await cancel.send({ id: it.id, version: it.version })) onClose();
        }}
      >
        <p className="step-note">{t('reorganise.cancelMeans')}</p>
      </RefusingForm>
    </Dialog>
  );
}
