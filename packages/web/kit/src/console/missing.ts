import { createContext } from 'react';

/** Names of the required fields that were empty when a form was last sent. */
export const MissingContext = createContext<ReadonlySet<string>>(new Set());

/** Required fields of a form in which nothing is written. A date or a number that is not there cannot even be sent. */
export function missingIn(form: HTMLFormElement): Set<string> {
  const required = form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    '[aria-required="true"][name]',
  );
  return new Set([...required].filter(({ value }) => value.trim() === '').map(({ name }) => name));
}
