import { useApolloClient } from '@apollo/client/react';
import { newKey, useHolds } from '@weixiang/kit';
import { resultOf, type BulkDeed, type RowResult } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhere } from '../shell/where.js';
import { ClosePersonDocument, GrantRoleDocument, RevokeRoleDocument } from './people.documents.js';
import type { PersonRow } from './person-columns.js';
import { RoleFields } from './role-fields.js';

/** What can be done to several people at once: give all the same role, which can be taken back, and close their accounts. */
export function usePersonDeeds(): BulkDeed<PersonRow>[] {
  const { t } = useTranslation();
  const client = useApolloClient();
  const holds = useHolds();
  const { place } = useWhere();
  const [unit, setUnit] = useState('');
  const orgUnit = unit || place?.id || '';
  // A closed account signs in nowhere: a role would reach nobody.
  const reasons = (rows: readonly PersonRow[]) => new Map(rows.filter(({ isClosed }) => isClosed).map(({ id }) => [id, t('people.accounts.closed')]));
  const onDone = () => void client.refetchQueries({ include: ['People'] });
  const grant: BulkDeed<PersonRow> = {
    name: 'grant',
    label: t('people.grant'),
    reasons,
    form: <RoleFields orgUnit={orgUnit} onUnit={setUnit} />,
    onDone,
    run: ({ text }) => {
      if (!orgUnit) return undefined;
      return async ({ id }): Promise<RowResult> => {
        const input = { person: id, role: text('role') ?? '', orgUnit, since: text('since'), until: text('until'), idempotencyKey: newKey() };
        const { data } = await client.mutate({ mutation: GrantRoleDocument, variables: { input } });
        const granted = data?.grantRole.assignment;
        if (!granted) return resultOf(data?.grantRole.refusals ?? [{ message: '' }]);
        const undo = async () => {
          const back = await client.mutate({ mutation: RevokeRoleDocument, variables: { input: { id: granted.id, version: granted.version, idempotencyKey: newKey() } } });
          return resultOf(back.data?.revokeRole.refusals).refused;
        };
        return { undo };
      };
    },
  };
  const close: BulkDeed<PersonRow> = {
    name: 'close',
    label: t('people.close'),
    tone: 'grave',
    reasons,
    note: t('people.closeMeans'),
    onDone,
    run: () => async ({ id, version }) => {
      const { data } = await client.mutate({ mutation: ClosePersonDocument, variables: { input: { id, version, idempotencyKey: newKey() } } });
      return resultOf(data?.closePerson.refusals);
    },
  };
  return [...(holds('role.grant') ? [grant] : []), ...(holds('person.manage') ? [close] : [])];
}
