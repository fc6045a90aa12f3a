import { payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, ID, Mutation, Resolver } from 'type-graphql';
import { SavedFilter } from './saved-filter.entity.js';
import { EditFilterInput, RemoveFilterInput, SaveFilterInput } from './saved-filter.inputs.js';
import { editFilter, removeFilter, saveFilter } from './saved-filter.service.js';

const SavedFilterPayload = payloadOf('SavedFilterPayload', { filter: { type: () => SavedFilter, description: 'The filter as it is now.' } });
const RemoveFilterPayload = payloadOf('RemoveFilterPayload', { removedId: { type: () => ID, description: 'Id of the filter that is gone.' } });

@Resolver()
export class SavedFilterMutations {
  @Mutation(() => SavedFilterPayload, { description: 'Keeps a list’s filters under a name.' })
  saveFilter(@Arg('input', () => SaveFilterInput, { description: 'Page, name and filters.' }) input: SaveFilterInput, @Writes() write: Write) {
    return write('saveFilter', input, async (tx) => ({ filter: await saveFilter(tx, input) }));
  }

  @Mutation(() => SavedFilterPayload, { description: 'Changes a saved filter of yours.' })
  editFilter(@Arg('input', () => EditFilterInput, { description: 'What changes.' }) input: EditFilterInput, @Writes() write: Write) {
    return write('editFilter', input, async (tx) => ({ filter: await editFilter(tx, input) }));
  }

  @Mutation(() => RemoveFilterPayload, { description: 'Removes a saved filter: yours, or one that is shared at a unit that you manage.' })
  removeFilter(@Arg('input', () => RemoveFilterInput, { description: 'Which one.' }) input: RemoveFilterInput, @Writes() write: Write) {
    return write('removeFilter', input, async (tx) => ({ removedId: await removeFilter(tx, input) }));
  }
}
