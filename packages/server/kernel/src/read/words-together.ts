/** How many words of a search are read side by side; a further one is looked for record by record. */
const mostTogether = 4;

/** What {@link wordsTogether} takes. */
export interface WordsSought {
  /** Names for tables. */
  alias(name: string): string;
  /** That a row of search_token is of the kind that is searched, and has this token. */
  isToken(alias: string, token: string): string;
  /** The words with how many rows each has, up to `frequent`: `token, rows`. */
  counts: string;
  /** From how many rows on a word is frequent. */
  frequent: number;
}

/** The ids of records that have several words, latest first. */
export interface WordsTogether {
  /** A common table expression that the others name. */
  first: string;
  /** As `record_id`. */
  ids: string;
  /** Condition: these have all words, and nothing is left to look for. */
  areAll: string;
}

/**
 * Where one word is sought, or the rarest of several is rare, its rows are read; else those of each of the rarest, side by side:
 * PostgreSQL merges them, since each is in the order of ids. Which of the two is decided as the statement runs. The sub-selects are
 * planned as if all was read: a page would be planned for words that are nearly always together.
 */
export function wordsTogether({ alias, isToken, counts, frequent }: WordsSought): WordsTogether {
  const rarest = alias('rarest');
  const places = Array.from({ length: mostTogether }, (_, at) => at + 1);
  const [, ...further] = places.map((place) => `coalesce(tokens[${place}], tokens[1]) as token${place}`);
  const sought = `select array_agg(token order by rows) as tokens, min(rows) as least from (${counts}) counted`;
  const has = (one: string, place: number): string => isToken(one, `(select token${place} from ${rarest})`);
  const inOrder = (one: string, joins: string, where: string): string => `(select ${one}.record_id from search_token ${one}${joins} where ${has(one, 1)} and (select ${where} from ${rarest}) order by ${one}.record_id desc offset 0)`;
  const [alone = '', own = '', ...others] = ['', ...places].map(() => alias('token'));
  const joins = others.map((other, at) => ` join search_token ${other} on ${has(other, at + 2)} and ${other}.record_id = ${own}.record_id`);
  return {
    first: `${rarest} as materialized (select tokens[1] as token1, ${further.join(', ')}, cardinality(tokens) > 1 and least >= ${frequent} as are_frequent, cardinality(tokens) as words from (${sought}) sought)`,
    ids: `${inOrder(alone, '', 'not are_frequent')} union all ${inOrder(own, joins.join(''), 'are_frequent')}`,
    areAll: `(select case when are_frequent then words <= ${mostTogether} else words = 1 end from ${rarest})`,
  };
}
