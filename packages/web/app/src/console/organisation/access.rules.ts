/** The id in what was pasted: an id itself, or the address of a record's page. */
export function recordIn(words: string): string | undefined {
  return words.match(/[a-z]+_[0-9a-z]{26}/)?.[0];
}
