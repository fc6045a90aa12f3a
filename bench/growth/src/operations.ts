/** What is measured: a question, and how its variables are found when the data has grown. */
export interface Operation {
  name: string;
  /** What it is called in the table. */
  label: string;
  query: string;
  variables: Record<string, unknown>;
  /** Whether it reads what search knows, of which there is only so much. */
  isSearch?: true;
}

const fields = 'nodes { id number words state channel recordedOn orgUnit { id name } category { label { zh } } } pageInfo { hasNextPage endCursor }';
const list = `query ($filter: WishFilter, $sort: WishSort, $after: String) { wishes(first: 20, filter: $filter, sort: $sort, after: $after) { ${fields} } }`;
const search = 'query ($text: String!) { search(text: $text, first: 10) { edges { match node { __typename ... on Wish { id number words state orgUnit { name } } } } pageInfo { hasNextPage } } }';
const report = 'query ($from: Date!, $to: Date!, $unit: ID) { report(from: $from, to: $to, orgUnit: $unit) { figures { key label value unit months records(first: 1) { totalCount } } } }';
const year = { from: '2024-01-01', to: '2024-12-31' };

/** Where the page in the middle of five years begins. */
export const middle = { query: 'query { wishes(first: 1, sort: NEWEST, filter: { to: "2023-06-30" }) { pageInfo { endCursor } } }' };

/** Every operation; `after` is the cursor of the middle, `unit` a community. */
export function operationsOf({ after, unit }: { after: string; unit: string }): Operation[] {
  return [
    { name: 'list', label: 'list, first page of 20', query: list, variables: { sort: 'NEWEST' } },
    { name: 'deep', label: 'list, the page after its middle by cursor', query: list, variables: { sort: 'NEWEST', after } },
    { name: 'filter', label: 'filter by state and channel, by deadline', query: list, variables: { sort: 'DUE', filter: { state: ['SUBMITTED'], channel: ['SMILE_WALL'] } } },
    { name: 'supporters', label: 'list by supporters, first page', query: list, variables: { sort: 'SUPPORTERS' } },
    { name: 'search', label: 'search, one word', query: search, variables: { text: '路灯' }, isSearch: true },
    { name: 'searchTwo', label: 'search, two words', query: search, variables: { text: '路灯 小区东门' }, isSearch: true },
    { name: 'searchNever', label: 'search, three words never said together', query: search, variables: { text: '路灯 长椅 雨棚' }, isSearch: true },
    { name: 'report', label: 'report of a year, the district', query: report, variables: year },
    { name: 'reportUnit', label: 'report of a year, a community', query: report, variables: { ...year, unit } },
    { name: 'reportOdd', label: 'report of a year that ends within months', query: report, variables: { from: '2023-07-20', to: '2024-07-10' } },
    { name: 'parts', label: 'wishes of a year by channel and by street', query: 'query ($from: Date!, $to: Date!) { report(from: $from, to: $to) { figures(keys: ["wishes.collected"]) { value channel: parts(by: "channel") { key value months } unit: parts(by: "unit") { key value } } } }', variables: year },
  ];
}
