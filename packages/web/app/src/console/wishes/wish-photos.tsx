import { useRefusingMutation } from '@weixiang/kit';
import { Button, Dialog, RefusingForm, WordsField } from '@weixiang/kit/console';
import { PhotoStrip } from '@weixiang/kit/photos';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FullWish } from './wish-answers.js';
import { HidePhotoDocument, ShowPhotoDocument } from './wish-photos.documents.js';

type Photo = FullWish['photos']['edges'][number]['node'];

/** The photos of a wish. Staff hide one that shows too much, with a reason that the wisher reads, and let it show again. */
export function WishPhotos({ wish }: { wish: FullWish }) {
  const { t } = useTranslation();
  const [hiding, setHiding] = useState<Photo>();
  const show = useRefusingMutation(ShowPhotoDocument, (answer) => answer.showPhoto, { refetch: ['Wish'] });
  const photos = wish.photos.edges.map(({ node }) => node);
  const action = (photo: Photo) =>
    !photo.mayHide ? null : photo.isHidden ? (
      <Button isSmall isBusy={show.isSending} onPress={() => void show.send({ id: photo.id, version: photo.version })}>
        {t('photo.show')}
      </Button>
    ) : (
      <Button isSmall tone="bare" onPress={() => setHiding(photo)}>
        {t('photo.hide')}
      </Button>
    );
  const complaint = show.refusals.all[0]?.message ?? (show.problem && t(`kit:send.${show.problem}`));
  return (
    <>
      <PhotoStrip photos={photos} under={action} />
      {complaint && (
        <p className="refused" role="alert">
          {complaint}
        </p>
      )}
      <Dialog title={t('photo.hide')} isOpen={hiding !== undefined} onClose={() => setHiding(undefined)}>
        {hiding && <HideForm photo={hiding} onDone={() => setHiding(undefined)} />}
      </Dialog>
    </>
  );
}

function HideForm({ photo: { id, version }, onDone }: { photo: Photo; onDone: () => void }) {
  const { t } = useTranslation();
  const hide = useRefusingMutation(HidePhotoDocument, (answer) => answer.hidePhoto, { refetch: ['Wish'] });
  return (
    <RefusingForm
      label={t('photo.hide')}
      submit={t('photo.hide')}
      fields={['reason']}
      outcome={hide}
      onSubmit={async ({ text }) => {
        if (await hide.send({ id, version, reason: text('reason') ?? '' })) onDone();
      }}
    >
      <WordsField name="reason" label={t('photo.reason')} hint={t('photo.reasonHint')} refusals={hide.refusals} isRequired />
    </RefusingForm>
  );
}
