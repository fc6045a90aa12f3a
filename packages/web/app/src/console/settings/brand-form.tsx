import { useQuery } from '@apollo/client/react';
import { Seal, useRefusingMutation, useSession } from '@weixiang/kit';
import { RefusingForm, TextField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditTenantDocument, KeepingDocument } from './settings.documents.js';

/** The tenant's name, seal and colour as residents see them, and the working days in which every wish is answered. */
export function BrandForm() {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const kept = useQuery(KeepingDocument).data?.tenant.keepRefusedRowsDays;
  const [isSaved, setSaved] = useState(false);
  const edit = useRefusingMutation(EditTenantDocument, (data) => data.editTenant, { refetch: ['Session'] });
  return (
    <RefusingForm
      label={t('settings.brand')}
      submit={t('settings.save')}
      cancel={
        <span role="status" className="meta">
          {isSaved && t('settings.saved')}
        </span>
      }
      fields={['brandName', 'seal', 'color', 'answerWithinWorkingDays', 'keepRefusedRowsDays']}
      outcome={edit}
      onSubmit={async ({ text, number }) => {
        setSaved(false);
        const done = await edit.send({
          brandName: text('brandName'),
          seal: text('seal'),
          color: text('color'),
          answerWithinWorkingDays: number('answerWithinWorkingDays'),
          keepRefusedRowsDays: number('keepRefusedRowsDays'),
        });
        setSaved(done !== undefined);
      }}
    >
      <div className="brand-now">
        <Seal character={tenant.seal} /> {tenant.brandName}
      </div>
      <div className="pair">
        <TextField
          name="brandName"
          label={t('settings.brandName')}
          refusals={edit.refusals}
          defaultValue={tenant.brandName}
          isRequired
        />
        <TextField
          name="seal"
          label={t('settings.seal')}
          hint={t('settings.sealHint')}
          refusals={edit.refusals}
          defaultValue={tenant.seal}
          maxLength={1}
          isRequired
        />
        <TextField
          name="color"
          label={t('settings.color')}
          hint={t('settings.colorHint')}
          refusals={edit.refusals}
          type="color"
          defaultValue={tenant.colors.brand}
        />
        <TextField
          name="answerWithinWorkingDays"
          label={t('settings.answerWithin')}
          hint={t('settings.answerWithinHint')}
          refusals={edit.refusals}
          type="number"
          min={1}
          max={30}
          defaultValue={tenant.answerWithinWorkingDays}
          isRequired
        />
        <TextField
          key={kept}
          name="keepRefusedRowsDays"
          label={t('settings.keepRefused')}
          hint={t('settings.keepRefusedHint')}
          refusals={edit.refusals}
          type="number"
          min={1}
          max={365}
          defaultValue={kept}
        />
      </div>
    </RefusingForm>
  );
}
