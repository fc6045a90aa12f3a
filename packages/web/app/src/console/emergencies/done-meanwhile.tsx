import { Empty, useFormat } from '@weixiang/kit';
import { DataTable, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EmergencyQuery } from '../generated/graphql.js';
import { pageOfType } from './page-of-type.rules.js';

type Emergency = NonNullable<EmergencyQuery['emergencyAccess']>;
type About = Emergency['deeds'][number]['record'];

/** What its person did while it lasted, and whose sensitive values they looked at. */
export function DoneMeanwhile({ emergency: { deeds, readings } }: { emergency: Emergency }) {
  const { t, i18n } = useTranslation();
  const { day, time } = useFormat();
  const moment = (at: string) => `${day(at)} ${time(at)}`;
  // A plugin's events have names that the core's words do not know; the name then speaks for itself.
  const nameOf = (name: string) => (i18n.exists(`history.event.${name}`) ? t(`history.event.${name}`) : name);
  return (
    <>
      <Section title={t('emergency.deeds')} note={t('emergency.deedsNote')}>
        {deeds.length === 0 ? (
          <Empty>{t('emergency.noDeeds')}</Empty>
        ) : (
          <DataTable
            label={t('emergency.deeds')}
            rows={deeds}
            rowKey={({ id }) => id}
            columns={[
              { key: 'what', title: t('access.what'), cell: ({ name }) => nameOf(name), fold: 'lead' },
              { key: 'record', title: t('access.record'), cell: ({ record }) => <RecordWords record={record} />, fold: 'tail' },
              { key: 'at', title: t('emergency.at'), cell: ({ at }) => moment(at), fold: 'end' },
            ]}
          />
        )}
      </Section>
      <Section title={t('emergency.readings')} note={t('emergency.readingsNote')}>
        {readings.length === 0 ? (
          <Empty>{t('emergency.noReadings')}</Empty>
        ) : (
          <DataTable
            label={t('emergency.readings')}
            rows={readings}
            rowKey={({ id }) => id}
            columns={[
              { key: 'purpose', title: t('emergency.purpose'), cell: ({ purpose }) => purpose, fold: 'lead' },
              { key: 'record', title: t('access.record'), cell: ({ record }) => <RecordWords record={record} />, fold: 'tail' },
              { key: 'fields', title: t('emergency.fieldCount'), cell: ({ fields }) => fields.length, isNumber: true },
              { key: 'at', title: t('emergency.at'), cell: ({ at }) => moment(at), fold: 'end' },
            ]}
          />
        )}
      </Section>
    </>
  );
}

/** A record by its kind, leading to its page where it has one; who reads may not see all of what was done. */
function RecordWords({ record }: { record: About }) {
  const { t, i18n } = useTranslation();
  if (!record) return t('emergency.unseen');
  const key = `emergency.kinds.${record.type}`;
  const words = i18n.exists(key) ? t(key) : record.id;
  const page = pageOfType(record);
  return page ? (
    <Link className="link" to={page}>
      {words}
    </Link>
  ) : (
    words
  );
}
