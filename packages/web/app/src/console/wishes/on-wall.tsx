import { useHolds, useRefusingMutation } from '@weixiang/kit';
import { Button } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { EditWishDocument } from './wish-mutations.documents.js';

type OnWallProps = { wish: { id: string; version: number; isPublic: boolean; isHeldBack?: boolean | null } };

/** Whether the wall shows a wish. One that names somebody waits here until a person has looked. */
export function OnWall({ wish }: OnWallProps) {
  const { t } = useTranslation();
  const holds = useHolds();
  const edit = useRefusingMutation(EditWishDocument, (data) => data.editWish, { refetch: ['Wish'] });
  const decide = (isPublic: boolean) => void edit.send({ id: wish.id, version: wish.version, isPublic });
  if (!wish.isHeldBack) return t(wish.isPublic ? 'wish.isPublic' : 'wish.isPrivate');
  return (
    <>
      {t('wish.heldBack')}
      {holds('wish.edit') && (
        <span className="deeds">
          <Button isSmall isBusy={edit.isSending} onPress={() => decide(true)}>
            {t('wish.putOnWall')}
          </Button>
          <Button isSmall isBusy={edit.isSending} onPress={() => decide(false)}>
            {t('wish.keepOffWall')}
          </Button>
        </span>
      )}
      {edit.refusals.all.map(({ message }) => (
        <span key={message} className="refused" role="alert">
          {message}
        </span>
      ))}
      {edit.problem && (
        <span className="refused" role="alert">
          {t(`kit:send.${edit.problem}`)}
        </span>
      )}
    </>
  );
}
