import { useState } from 'react';
import type { Refusal } from '../../graphql/refusals.js';
import { numberIn, type Typed } from '../refusing-form.js';
import { conflictsOf, type FieldConflict, type Side } from './editing.rules.js';

/** A record as an edit form sees it: which one, which version, and the fields as they stand in the form. */
export type Edited = { version: number; values: Readonly<Record<string, string>> };

/** What somebody else did to the record since the form was opened. */
export type Meanwhile = Edited & { who?: string | null; at?: string | null };

type EditingOptions = {
  /** The record when the form was opened. Later ones are taken as seen only where these fields are as they were: nothing could be written over. */
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
  /** Whether that differs from the record as it was last seen: what does not need not be sent, and a mask must not be. */
  isChanged: (typed: Typed, name: string) => boolean;
  /** To be called with what the server refused: where somebody else was first, both edits are shown. */
  compare: (refusals: readonly Refusal[], typed: Typed) => Promise<void>;
  /** To be called with the record as it was saved, by a form that stays open. */
  saved: (now: Edited) => void;
};

/**
 * An edit that never overwrites somebody else’s: it names the version that its writer saw; where that is an old one, both
 * edits are shown, field by field, to choose from and to be saved again.
 * @example
 * const editing = useEditing({ seen: { version, values: { name } }, readAgain });
 * onSubmit={async (typed) => { const { text } = editing.settled(typed); … await send({ id, version: editing.version, name: text('name') }) }}
 */
export function useEditing({ seen, readAgain }: EditingOptions): Editing {
  const [base, setBase] = useState(seen);
  const [conflict, setConflict] = useState<Editing['conflict']>();
  if (seen.version > base.version && isSame(seen.values, base.values)) setBase(seen);
  const settled = (typed: Typed): Typed => {
    const text: Typed['text'] = (name) => {
      const theirs = conflict?.chosen[name] === 'theirs' ? conflict.meanwhile.values[name] : undefined;
      return theirs === undefined ? typed.text(name) : theirs || undefined;
    };
    return { text, number: (name) => numberIn(text(name)) };
  };
  return {
    version: conflict?.meanwhile.version ?? base.version,
    conflict,
    choose: (field, side) => setConflict((now) => now && { ...now, chosen: { ...now.chosen, [field]: side } }),
    settled,
    isChanged: (typed, name) => (settled(typed).text(name) ?? '') !== ((conflict?.meanwhile ?? base).values[name] ?? ''),
    async compare(refusals, typed) {
      if (!refusals.some(({ code }) => code === 'CHANGED_MEANWHILE')) return;
      const meanwhile = await readAgain();
      if (!meanwhile) return;
      const names = Object.keys(base.values);
      const mine = Object.fromEntries(names.map((name) => [name, typed.text(name) ?? '']));
      const fields = conflictsOf(base.values, meanwhile.values, mine);
      setConflict({ meanwhile, fields, chosen: Object.fromEntries(fields.map(({ name, suggested }) => [name, suggested])) });
    },
    saved(now) {
      setBase(now);
      setConflict(undefined);
    },
  };
}

function isSame(one: Edited['values'], other: Edited['values']): boolean {
  return Object.keys(one).every((name) => one[name] === other[name]);
}
