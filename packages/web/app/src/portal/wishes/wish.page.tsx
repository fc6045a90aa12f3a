import { useQuery } from '@apollo/client/react';
import { dotted, ErrorState, Icon, Loading, useFormat } from '@weixiang/kit';
import { PhotoStrip } from '@weixiang/kit/photos';
import { Band, Missing, PageBar } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { ConfirmResult } from './confirm-result.js';
import { Journey } from './journey.js';
import { SupportButton } from './support-button.js';
import { UnsentWishes } from './unsent-wishes.js';
import { WishProject } from './wish-project.js';
import { canBeSupported } from './wish.rules.js';
import { WishPageDocument } from './wish.documents.js';
import '../styles/journey.css';

/** What the reader has just done with this wish. */
type Told = 'sent' | 'confirmed' | 'notYet' | undefined;

/** One wish: the words, the question whether it was done, the way it goes, and the project that came of it. */
export default function WishPage() {
  const { t } = useTranslation('core-portal');
  const { t: tk } = useTranslation('kit');
  const { id = '' } = useParams();
  const { day, daysSince } = useFormat();
  const [told, setTold] = useState<Told>(isNewHere(useLocation().state) ? 'sent' : undefined);
  const { data, error, refetch } = useQuery(WishPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const wish = data?.wish;
  const title = wish?.isMine ? t('wish.mine') : t('wish.title');
  const bar = <PageBar title={title} back={wish?.isMine ? '/me/wishes' : '/wishes'} place={wish?.orgUnit?.name} />;

  if (wish === null) return <Missing>{t('wish.missing')}</Missing>;
  if (!wish) {
    return (
      <>
        {bar}
        <div className="band">
          {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[80, 24, 56, 32, 28, 28, 28]} />}
        </div>
      </>
    );
  }
  const isOpen = canBeSupported(wish) && !wish.isMine;
  const asksMe = wish.isMine && wish.availableSteps.some(({ name, allowed }) => name === 'confirm' && allowed);
  const recorder = wish.recordedBy?.name
    ? t('wish.recordedBy', { who: wish.recordedBy.name, channel: tk(`wishChannel.${wish.channel}`) })
    : tk(`wishChannel.${wish.channel}`);
  return (
    <>
      {bar}
      <section className="band said" aria-label={t('wish.title')}>
        <div role="status">
          {told ? (
            <p className="told">
              <Icon name="done" />
              {t(`wish.told.${told}`)}
            </p>
          ) : null}
        </div>
        <blockquote id={`words-${wish.id}`}>{wish.words}</blockquote>
        <PhotoStrip photos={wish.photos.nodes} />
        <p className="meta">{dotted(wish.wisherLabel, day(wish.recordedOn), recorder)}</p>
        {wish.isMine && !wish.isPublic ? <p className="meta">{t('wish.offWall')}</p> : null}
        {asksMe ? <ConfirmResult wish={wish} onSaid={(isDone) => setTold(isDone ? 'confirmed' : 'notYet')} /> : null}
        {asksMe || !(isOpen || wish.supporterCount > 0) ? null : (
          <div className="behind">
            <span className="meta">{wish.supporterCount > 0 ? t('support.count', { count: wish.supporterCount }) : null}</span>
            {isOpen ? <SupportButton wish={wish} /> : null}
          </div>
        )}
      </section>
      {told === 'sent' ? <UnsentWishes /> : null}
      <Band
        title={t('wish.journey')}
        aside={
          wish.state === 'CONFIRMED' ? null : (
            <span className="meta">
              {daysSince(wish.recordedOn) > 0 ? t('wish.travelled', { count: daysSince(wish.recordedOn) }) : t('wish.travelledToday')}
            </span>
          )
        }
      >
        <Journey wish={wish} />
        {wish.mergedInto ? (
          <Link className="link" to={`/wishes/${wish.mergedInto.id}`}>
            {t('wish.mergedInto', { words: wish.mergedInto.words })}
          </Link>
        ) : null}
      </Band>
      {wish.project ? <WishProject project={wish.project} /> : null}
    </>
  );
}

/** The form that made the wish says so on the way here. */
function isNewHere(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'isNew' in state;
}
