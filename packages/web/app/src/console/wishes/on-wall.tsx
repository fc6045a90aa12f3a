import { useHolds, useRefusingMutation } from '@weixiang/kit';
import { Button } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditWishDocument } from './wish-mutations.documents.js';

type OnWallProps = { wish: { id: string; version: number; isPublic: boolean; isHeldBack?: boolean | null } };

/** Whether the wall shows a wish, and the way to change that. One that names somebody waits here until a person has looked. */
export function OnWall({ wish }: OnWallProps) {
  const { t } = useTranslation();
  const holds = useHolds();
  const edit = useRefusingMutation(EditWishDocument, (data) => data.editWish, { refetch: ['Wish'] });
  // What was taken off here can be put back; what its wisher did not want on the wall cannot be put there.
  const [isTaken, setTaken] = useState(false);
  const decide = async (isPublic: boolean) => {
    if (await edit.send({ id: wish.id, version: wish.version, isPublic })) setTaken(!isPublic);
  };
  return (
    <>
      {t(wish.isHeldBack ? 'wish.heldBack' : wish.isPublic ? 'wish.isPublic' : 'wish.isPrivate')}
      {holds('wish.edit') && (
        <span className="deeds">
          {!wish.isPublic && (wish.isHeldBack || isTaken) && (
            <Button isSmall isBusy={edit.isSending} onPress={() => decide(true)}>
              {t('wish.putOnWall')}
            </Button>
          )}
          {(wish.isPublic || wish.isHeldBack) && (
            <Button isSmall isBusy={edit.isSending} onPress={() => decide(false)}>
              {t(wish.isHeldBack ? 'wish.keepOffWall' : 'wish.takeOffWall')}
            </Button>
          )}
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
