import { useQuery } from '@apollo/client/react';
import { dotted, ErrorState, Loading, useFormat } from '@weixiang/kit';
import { Missing, PageBar } from '@weixiang/kit/portal';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { NoticePageDocument } from './notices.documents.js';
import '@weixiang/kit/portal/prose.css';

const Objections = lazy(() => import('../evaluations/objection.js'));

/** One notice as it was published: it is never edited, only corrected by a later one. */
export default function NoticePage() {
  const { t } = useTranslation('core-portal');
  const { id = '' } = useParams();
  const { day } = useFormat();
  const { data, error, refetch } = useQuery(NoticePageDocument, { variables: { id } });
  const notice = data?.notice;
  if (notice === null) return <Missing>{t('notice.missing')}</Missing>;
  if (!notice) {
    return (
      <>
        <PageBar title={t('notice.title')} back="/notices" />
        <div className="band">
          {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[32, 24, 28, 28, 28, 28]} />}
        </div>
      </>
    );
  }
  return (
    <>
      <PageBar title={t('notice.title')} back="/notices" place={t('notice.number', { number: notice.number })} tab={notice.title} />
      <article className="band prose">
        <h2>{notice.title}</h2>
        <p className="meta">{dotted(notice.orgUnit?.name, day(notice.publishedAt))}</p>
        {notice.body.split(/\n+/).map((paragraph, index) => (
          // A published body never changes, so the place of a paragraph is its identity.
          <p key={index} className="paragraph">
            {paragraph}
          </p>
        ))}
        {notice.project ? (
          <p>
            <Link to={`/projects/${notice.project.id}`}>{notice.project.name}</Link>
          </p>
        ) : null}
        {notice.corrects ? (
          <p>
            <Link to={`/notices/${notice.corrects.id}`}>
              {t('notice.corrects', { number: notice.corrects.number, title: notice.corrects.title })}
            </Link>
          </p>
        ) : null}
      </article>
      {notice.round ? (
        <Suspense fallback={null}>
          <Objections noticeId={notice.id} />
        </Suspense>
      ) : null}
      <section className="band" aria-label={t('notice.chain')}>
        <p className="meta">{t('notice.chainHelp')}</p>
        <dl className="seals">
          <dt className="meta">{t('notice.hash')}</dt>
          <dd>{notice.hash}</dd>
          <dt className="meta">{t('notice.previousHash')}</dt>
          <dd>{notice.previousHash}</dd>
        </dl>
        <p>
          <Link className="link" to="/notices/verify">{t('notice.verify')}</Link>
        </p>
      </section>
    </>
  );
}
