import { useQuery } from '@apollo/client/react';
import { useRefusingMutation } from '@weixiang/kit';
import { Button, DropPanel, RefusingForm, TextField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useWhere } from '../shell/where.js';
import { RemoveFilterDocument, SavedFiltersDocument, SaveFilterDocument } from './list.documents.js';

/** Views of this list under a name: one’s own, and those shared at one’s units. */
export function SavedFilters({ page }: { page: string }) {
  const { t } = useTranslation();
  return (
    <DropPanel icon="saved" label={t('list.saved')}>
      {(close) => <SavedFilterList page={page} onClose={close} />}
    </DropPanel>
  );
}

function SavedFilterList({ page, onClose }: { page: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(SavedFiltersDocument, { variables: { page } });
  const filters = data?.savedFilters.edges.map(({ node }) => node) ?? [];
  const navigate = useNavigate();
  const removal = useRefusingMutation(RemoveFilterDocument, (data) => data.removeFilter, { refetch: ['SavedFilters'] });
  return (
    <div className="saved-filters">
      {filters.length === 0 && <p className="meta">{t('list.savedNone')}</p>}
      <ul>
        {filters.map((filter) => (
          <li key={filter.id}>
            <button
              type="button"
              className="link"
              onClick={() => {
                onClose();
                void navigate({ search: `?${filter.query}` });
              }}
            >
              {filter.name}
            </button>
            <span className="meta">{filter.isShared && (filter.isMine ? t('list.sharedByMe') : t('list.sharedBy', { name: filter.owner?.name ?? '' }))}</span>
            {filter.isMine && (
              <Button
                isSmall
                tone="bare"
                label={t('list.removeSaved', { name: filter.name })}
                onPress={() => void removal.send({ id: filter.id, version: filter.version })}
              >
                {t('list.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {removal.refusals.all.map(({ message }) => (
        <p key={message} className="refused" role="alert">
          {message}
        </p>
      ))}
      <SaveFilterForm page={page} />
    </div>
  );
}

/** Keeps what the address filters by now; without a filter there is nothing to keep. */
function SaveFilterForm({ page }: { page: string }) {
  const { t } = useTranslation();
  const { place } = useWhere();
  const query = useSearchParams()[0].toString();
  const [isShared, setShared] = useState(false);
  const [round, setRound] = useState(0);
  const save = useRefusingMutation(SaveFilterDocument, (data) => data.saveFilter, { refetch: ['SavedFilters'] });
  if (!query) return <p className="meta">{t('list.saveNothing')}</p>;
  if (!place) return null;
  return (
    <RefusingForm
      key={round}
      label={t('list.save')}
      submit={t('list.save')}
      fields={['name']}
      outcome={save}
      onSubmit={async ({ text }) => {
        if (await save.send({ page, name: text('name') ?? '', query, orgUnit: place.id, isShared })) setRound(round + 1);
      }}
    >
      <TextField name="name" label={t('list.saveAs')} refusals={save.refusals} maxLength={40} isRequired />
      <label className="tick-line">
        <input type="checkbox" className="tick" checked={isShared} onChange={(event) => setShared(event.target.checked)} />
        {t('list.share', { unit: place.name })}
      </label>
    </RefusingForm>
  );
}
