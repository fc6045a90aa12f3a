import { useRefusingMutation } from '@weixiang/kit';
import { Button, ChoiceField, Dialog, RefusingForm, TextField, WordsField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { UnitSelect } from '../organisation/unit-select.js';
import { useWhere } from '../shell/where.js';
import { noticeKind, noticeKinds } from './notice-kind.js';
import { PublishNoticeDocument } from './notices.documents.js';

type PublishNoticeDialogProps = { isOpen: boolean; onClose: () => void; corrects?: { id: string; number: number } };

/** Publishes a notice. It cannot be changed afterwards, so the button says so. */
export function PublishNoticeDialog({ isOpen, onClose, corrects }: PublishNoticeDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { place } = useWhere();
  const [orgUnit, setOrgUnit] = useState(place?.id ?? '');
  const publish = useRefusingMutation(PublishNoticeDocument, (data) => data.publishNotice, { refetch: ['Notices'] });
  const { refusals } = publish;
  const title = corrects ? t('notices.correct', { number: corrects.number }) : t('notices.publish');
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <RefusingForm
        label={title}
        submit={t('notices.publishNow')}
        cancel={
          <Button tone="bare" onPress={onClose}>
            {t('cancel')}
          </Button>
        }
        fields={['title', 'body', 'kind', 'orgUnit']}
        outcome={publish}
        onSubmit={async ({ text }) => {
          const done = await publish.send({
            title: text('title') ?? '',
            body: text('body') ?? '',
            kind: text('kind') ?? 'other',
            orgUnit: orgUnit || undefined,
            corrects: corrects?.id,
          });
          if (!done?.notice) return;
          onClose();
          await navigate(`/notices/${done.notice.id}`);
        }}
      >
        <p className="step-note">{t('notices.forGood')}</p>
        <TextField name="title" label={t('notices.title')} refusals={refusals} isRequired autoFocus />
        <div className="pair">
          <ChoiceField
            name="kind"
            label={t('notices.kind')}
            refusals={refusals}
            options={noticeKinds.map((value) => ({ value, label: noticeKind(t, value) }))}
            defaultValue={corrects ? 'correction' : 'other'}
          />
          <div className="field-row">
            <span className="label">{t('wish.unit')}</span>
            <UnitSelect label={t('wish.unit')} value={orgUnit} within={place?.id} onPick={setOrgUnit} />
          </div>
        </div>
        <WordsField name="body" label={t('notices.body')} refusals={refusals} rows={8} isRequired />
      </RefusingForm>
    </Dialog>
  );
}
