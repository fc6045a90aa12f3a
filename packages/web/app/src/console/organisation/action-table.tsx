import { Icon, useLabel } from '@weixiang/kit';
import { DataTable } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { ExplainAccessQuery } from '../generated/graphql.js';
import { GrantWords } from './grant-words.js';

type Action = NonNullable<NonNullable<ExplainAccessQuery['explainAccess']>['record']>['actions'][number];

/** Everything that can be done to a record, whether the person may, and by which rule and role. */
export function ActionTable({ actions }: { actions: readonly Action[] }) {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  const nameOf = ({ action, permission }: Action) => {
    if (i18n.exists(`access.action.${action}`)) return t(`access.action.${action}`);
    return permission ? label(permission.label) : action;
  };
  return (
    <DataTable
      label={t('access.toRecord')}
      rows={actions}
      rowKey={({ action }) => action}
      columns={[
        { key: 'action', title: t('access.what'), cell: (row) => nameOf(row), fold: 'lead' },
        {
          key: 'allowed',
          title: t('access.may'),
          cell: ({ isAllowed, fields }) => (
            <>
              <Icon name={isAllowed ? 'done' : 'lock'} /> {t(isAllowed ? (fields ? 'access.partly' : 'access.yes') : 'access.no')}
            </>
          ),
          fold: 'end',
        },
        {
          key: 'why',
          title: t('access.why'),
          cell: ({ cause, permission, grants }) => (
            <>
              {t(`access.cause.${cause}`, { permission: permission ? label(permission.label) : t('access.noPermission') })}
              {grants.map((grant) => (
                <div key={`${grant.assignment} ${grant.delegation ?? grant.emergency ?? ''}`}>
                  <GrantWords grant={grant} />
                </div>
              ))}
            </>
          ),
          fold: 'tail',
        },
      ]}
    />
  );
}
