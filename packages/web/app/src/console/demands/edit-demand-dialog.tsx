import { useApolloClient } from '@apollo/client/react';
import { useRefusingMutation } from '@weixiang/kit';
import { ChoiceField, Dialog, EditConflict, RefusingForm, TextField, useEditing, type Typed } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { DemandQuery } from '../generated/graphql.js';
import { useTerms } from '../vocabulary/use-terms.js';
import { DemandDocument, EditDemandDocument } from './demands.documents.js';

type Demand = NonNullable<DemandQuery['demand']>;
const valuesOf = ({ title, category }: Demand) => ({ title, category: category?.id ?? '' });

/** Retitles a demand, or puts it into another category. */
export function EditDemandDialog({ demand, onClose }: { demand: Demand; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const categories = useTerms('WISH_CATEGORY');
  const edit = useRefusingMutation(EditDemandDocument, (data) => data.editDemand, { refetch: ['Demand'] });
  const editing = useEditing({
    seen: { version: demand.version, values: valuesOf(demand) },
    async readAgain() {
      const { data } = await client.query({ query: DemandDocument, variables: { id: demand.id }, fetchPolicy: 'network-only' });
      if (!data?.demand) return undefined;
      const last = data.demand.history.edges[0]?.node;
      return { version: data.demand.version, values: valuesOf(data.demand), who: last?.actor?.name, at: last?.at };
    },
  });
  const submit = async (typed: Typed) => {
    const { text } = editing.settled(typed);
    const category = editing.isChanged(typed, 'category') ? (text('category') ?? null) : undefined;
    if (await edit.send({ id: demand.id, version: editing.version, title: text('title'), category })) onClose();
    else await editing.compare(edit.latest(), typed);
  };
  const labels = { title: t('demands.title'), category: t('wish.category') };
  return (
    <Dialog title={t('demands.edit')} isOpen onClose={onClose}>
      <RefusingForm label={t('demands.edit')} submit={t('save')} fields={['title', 'category', 'version']} outcome={edit} onSubmit={(typed) => void submit(typed)}>
        <EditConflict
          editing={editing}
          labels={labels}
          words={(name, value) => (name === 'category' ? (categories.find((category) => category.value === value)?.label ?? '') : value)}
        />
        <TextField name="title" label={labels.title} refusals={edit.refusals} defaultValue={demand.title} maxLength={60} isRequired autoFocus />
        {/* The browser keeps a chosen value only among options that are there. */}
        <ChoiceField
          key={categories.length}
          name="category"
          label={labels.category}
          refusals={edit.refusals}
          options={categories}
          defaultValue={demand.category?.id}
          none={t('record.undecided')}
        />
      </RefusingForm>
    </Dialog>
  );
}
