import { WordsField } from '@weixiang/kit/console';
import { withoutIdentity } from '@weixiang/shared';
import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';

type Answered = { isPublic?: boolean; wisherName: string | null; wisherPhone?: string | null };
type AnswerFieldProps = Omit<ComponentProps<typeof WordsField>, 'onChange' | 'isWish'> & {
  /** The wishes that are answered in these words, as far as they are known. */
  to: readonly Answered[];
};

/** Words to a wisher, and under them what everybody will read of them on the wall: identity numbers and names go, office telephones stay. */
export function AnswerField({ to, ...field }: AnswerFieldProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const isOnWall = to.length === 0 || to.some(({ isPublic }) => isPublic !== false);
  const shown = withoutIdentity(
    words,
    to.map(({ wisherName, wisherPhone = null }) => ({ name: wisherName, phone: wisherPhone })),
  );
  return (
    <>
      <WordsField {...field} onChange={({ target }) => setWords(target.value)} />
      <p className="hint" role="status">
        {!isOnWall || words.trim() === '' ? null : shown === words ? t('step.onWallAsIs') : t('step.onWall', { words: shown })}
      </p>
    </>
  );
}
