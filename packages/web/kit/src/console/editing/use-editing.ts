import { useRef, useState } from 'react';
import type { Refusal } from '../../graphql/refusals.js';
import type { Typed } from '../refusing-form.js';
import { conflictsOf, type FieldConflict, type Side } from './editing.rules.js';

/** A record as an edit form sees it: which one, which version, and the fields as they stand in the form. */
export type Edited = { version: number; values: Readonly<Record<string, string>> };

/** What somebody else did to the record since the form was opened. */
export type Meanwhile = Edited & { who?: string | null; at?: string | null };

type EditingOptions = {
  /** The record when the form was opened; later values are not looked at. */
  seen: Edited;
  /** Reads the record anew, with who changed it last and when. Undefined when it is gone. */
  readAgain: () => Promise<Meanwhile | undefined>;
};

export type Editing = {
  /** The version to name: the one that was seen when the form was opened, or when the two edits were last compared. */
  version: number;
  /** Where the two edits differ; undefined while nobody else changed anything. */
  conflict: { meanwhile: Meanwhile; fields: readonly FieldConflict[]; chosen: Readonly<Record<string, Side>> } | undefined;
  choose: (field: string, side: Side) => void;
  /** What was typed, with the other’s value where that was chosen. */
  settled: (typed: Typed) => Typed;
  /** To be called with what the server refused: where somebody else was first, both edits are shown. */
  compare: (refusals: readonly Refusal[], typed: Typed) => Promise<void>;
};

/**
 * An edit that never overwrites somebody else’s: it names the version that its writer saw; where that is an old one, both
 * edits are shown, field by field, to choose from and to be saved again.
 * @example
 * const editing = useEditing({ seen: { version, values: { name } }, readAgain });
 * onSubmit={async (typed) => { const { text } = editing.settled(typed); … await send({ id, version: editing.version, name: text('name') }) }}
 */
export function useEditing({ seen, readAgain }: EditingOptions): Editing {
  const base = useRef(seen);
  const [conflict, setConflict] = useState<Editing['conflict']>();
  return {
    version: conflict?.meanwhile.version ?? base.current.version,
    conflict,
    choose: (field, side) => setConflict((now) => now && { ...now, chosen: { ...now.chosen, [field]: side } }),
    settled: (typed) => ({
      ...typed,
      text(name) {
        const theirs = conflict?.chosen[name] === 'theirs' ? conflict.meanwhile.values[name] : undefined;
        return theirs === undefined ? typed.text(name) : theirs || undefined;
      },
    }),
    async compare(refusals, typed) {
      if (!refusals.some(({ code }) => code === 'CHANGED_MEANWHILE')) return;
      const meanwhile = await readAgain();
      if (!meanwhile) return;
      const names = Object.keys(base.current.values);
      const mine = Object.fromEntries(names.map((name) => [name, typed.text(name) ?? '']));
      const fields = conflictsOf(base.current.values, meanwhile.values, mine);
      setConflict({ meanwhile, fields, chosen: Object.fromEntries(fields.map(({ name, suggested }) => [name, suggested])) });
    },
  };
}
