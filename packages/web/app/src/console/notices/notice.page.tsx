import { useQuery } from '@apollo/client/react';
import { useFormat, useHolds } from '@weixiang/kit';
import { Button, Fetched, PageHead, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MissingPage } from '../missing.page.js';
import { noticeKind } from './notice-kind.js';
import { NoticeDocument } from './notices.documents.js';
import { PublishNoticeDialog } from './publish-notice-dialog.js';
import './notice.css';

/** One notice as everybody reads it, and the link to the one before that proves it unchanged. */
export default function NoticePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const holds = useHolds();
  const { day, time } = useFormat();
  const [isCorrecting, setCorrecting] = useState(false);
  const result = useQuery(NoticeDocument, { variables: { id } });
  return (
    <Fetched result={result} lines={[32, 24, 96]}>
      {({ notice }) =>
        notice ? (
          <>
            <PageHead
              title={notice.title}
              crumbs={[{ label: t('nav.notices'), to: '/notices' }, { label: t('numberOf', { number: notice.number }) }]}
              facts={[
                [t('number'), t('notices.numbered', { number: notice.number })],
                [t('notices.kind'), noticeKind(t, notice.kind)],
                [t('notices.publishedOn'), `${day(notice.publishedAt)} ${time(notice.publishedAt)}`],
                [t('wish.unit'), notice.orgUnit?.name],
                [
                  t('nav.projects'),
                  notice.project && (
                    <Link className="link" to={`/projects/${notice.project.id}`}>
                      {notice.project.name}
                    </Link>
                  ),
                ],
                [
                  t('notices.corrects'),
                  notice.corrects && (
                    <Link className="link" to={`/notices/${notice.corrects.id}`}>
                      {t('notices.numbered', { number: notice.corrects.number })}
                    </Link>
                  ),
                ],
              ]}
              actions={
                holds('notice.publish') && (
                  <Button icon="write" onPress={() => setCorrecting(true)}>
                    {t('notices.correctThis')}
                  </Button>
                )
              }
            />
            <p className="notice-body">{notice.body}</p>
            <Section title={t('notices.proof')} note={t('notices.proofNote')}>
              <dl className="kv hashes">
                <dt>{t('notices.hash')}</dt>
                <dd>{notice.hash}</dd>
                <dt>{t('notices.previousHash')}</dt>
                <dd>{notice.previousHash}</dd>
              </dl>
            </Section>
            <PublishNoticeDialog isOpen={isCorrecting} onClose={() => setCorrecting(false)} corrects={notice} />
          </>
        ) : (
          <MissingPage />
        )
      }
    </Fetched>
  );
}
