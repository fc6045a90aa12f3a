import { useRefusingMutation } from '@weixiang/kit';
import { ButtonLink, ChoiceField, FieldRow, PageHead, RefusingForm, TextField, WordsField } from '@weixiang/kit/console';
import { PhotoField } from '@weixiang/kit/photos';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { UnitSelect } from '../organisation/unit-select.js';
import { useWhere } from '../shell/where.js';
import { useTerms } from '../vocabulary/use-terms.js';
import { listed, priorities, wishChannels, wishScopes } from './inbox.rules.js';
import { MakeWishDocument } from './wish-mutations.documents.js';

/** A wish heard at a door, in a forum, on paper: recorded in the resident's own words. */
export default function RecordWishPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { place } = useWhere();
  const [photos, setPhotos] = useState('');
  const [orgUnit, setOrgUnit] = useState(place?.id ?? '');
  const categories = useTerms('WISH_CATEGORY');
  const make = useRefusingMutation(MakeWishDocument, (answer) => answer.makeWish);
  const { refusals } = make;
  const named = (names: readonly string[], key: string) => names.map((value) => ({ value, label: t(`kit:${key}.${value}`) }));
  return (
    <>
      <PageHead title={t('record.title')} crumbs={[{ label: t('nav.inbox'), to: '/wishes' }, { label: t('record.title') }]} meta={t('record.meta')} />
      <RefusingForm
        label={t('record.title')}
        submit={t('record.submit')}
        cancel={
          <ButtonLink to="/wishes" tone="bare">
            {t('cancel')}
          </ButtonLink>
        }
        fields={['words', 'orgUnit', 'channel', 'category', 'scope', 'priority', 'wisherName', 'wisherPhone', 'wisherLabel', 'photos']}
        outcome={make}
        onSubmit={async ({ text }) => {
          const done = await make.send({
            orgUnit,
            words: text('words') ?? '',
            channel: listed(text('channel') ?? '', wishChannels)?.[0] ?? 'HOUSEHOLD_VISIT',
            scope: listed(text('scope') ?? '', wishScopes)?.[0],
            priority: listed(text('priority') ?? '', priorities)?.[0],
            category: text('category'),
            wisherName: text('wisherName'),
            wisherPhone: text('wisherPhone'),
            wisherLabel: text('wisherLabel'),
            isPublic: text('isPublic') === 'yes',
            photos: photos.split(',').filter(Boolean),
          });
          if (done?.wish) await navigate(`/wishes/${done.wish.id}`);
        }}
      >
        <WordsField
          name="words"
          label={t('record.words')}
          hint={t('record.wordsHint')}
          refusals={refusals}
          isWish
          isRequired
          autoFocus
        />
        <PhotoField value={photos} onChange={setPhotos} refused={refusals.at('photos')} />
        <div className="pair">
          <FieldRow name="orgUnit" label={t('wish.unit')} refusals={refusals} isRequired>
            {(wiring) => <UnitSelect {...wiring} label={t('wish.unit')} value={orgUnit} within={place?.id} onPick={setOrgUnit} />}
          </FieldRow>
          <ChoiceField
            name="channel"
            label={t('wish.channel')}
            refusals={refusals}
            options={named(wishChannels, 'wishChannel')}
            defaultValue="HOUSEHOLD_VISIT"
            isRequired
          />
          <ChoiceField
            name="category"
            label={t('wish.category')}
            refusals={refusals}
            options={categories}
            none={t('record.undecided')}
          />
          <ChoiceField
            name="scope"
            label={t('wish.scope')}
            refusals={refusals}
            options={named(wishScopes, 'wishScope')}
            none={t('record.undecided')}
          />
          <ChoiceField
            name="priority"
            label={t('wish.priority')}
            refusals={refusals}
            options={named(priorities, 'priority')}
            none={t('record.undecided')}
          />
          <ChoiceField
            name="isPublic"
            label={t('wish.onWall')}
            options={[
              { value: 'yes', label: t('wish.isPublic') },
              { value: 'no', label: t('wish.isPrivate') },
            ]}
          />
          <TextField name="wisherName" label={t('record.wisherName')} refusals={refusals} autoComplete="off" />
          <TextField name="wisherPhone" label={t('record.wisherPhone')} refusals={refusals} inputMode="tel" autoComplete="off" />
          <TextField
            name="wisherLabel"
            label={t('record.wisherLabel')}
            hint={t('record.wisherLabelHint')}
            refusals={refusals}
            autoComplete="off"
          />
        </div>
      </RefusingForm>
    </>
  );
}
