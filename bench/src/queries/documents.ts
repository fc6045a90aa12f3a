import type { Query } from './query.js';

/** Q1: one wish by its id. */
const oneWish: Query = {
  name: 'Q1',
  title: 'one wish by id, 5 fields',
  writes: false,
  documents: {
    ours: 'query Q1($id: ID!) { wish(id: $id) { id number words state recordedOn } }',
    postgraphile: 'query Q1($tenant: UUID!, $id: UUID!) { wish: wishByTenantIdAndRowId(tenantId: $tenant, rowId: $id) { id: rowId number words: shownWords state recordedOn } }',
    floor: 'Q1',
  },
};

/** Q2: a page of the inbox with who recorded each wish, its unit and its project. */
const wishPage: Query = {
  name: 'Q2',
  title: '20 wishes with author, unit, project',
  writes: false,
  documents: {
    ours: `query Q2($after: String) { wishes(first: 20, after: $after) {
      nodes { id number words state recordedOn recordedBy { id name } orgUnit { id code name } project { id name state } }
      pageInfo { endCursor hasNextPage } } }`,
    postgraphile: `query Q2($after: Cursor) { wishes: allWishes(first: 20, after: $after, orderBy: [RECORDED_ON_DESC, ROW_ID_DESC]) {
      nodes { id: rowId number words: shownWords state recordedOn
        recordedBy: personByTenantIdAndRecordedById { id: rowId name }
        orgUnit: orgUnitByTenantIdAndOrgUnitId { id: rowId code name: shownName }
        project: projectByTenantIdAndProjectId { id: rowId name state } }
      pageInfo { endCursor hasNextPage } } }`,
    floor: 'Q2',
  },
};

/** Q3: a page of projects, four levels deep. */
const projectPage: Query = {
  name: 'Q3',
  title: '20 projects with activities, unit, partner, demands with wishes',
  writes: false,
  documents: {
    ours: `query Q3($after: String) { projects(first: 20, after: $after) {
      nodes { id code name state orgUnit { id name } partner { id name state }
        activities(first: 5) { nodes { id name date visits } }
        demands(first: 5) { nodes { id number title state wishes(first: 5) { nodes { id number words state } } } } }
      pageInfo { endCursor hasNextPage } } }`,
    postgraphile: `query Q3($after: Cursor) { projects: allProjects(first: 20, after: $after, orderBy: [CREATED_AT_DESC, ROW_ID_DESC]) {
      nodes { id: rowId code name state
        orgUnit: orgUnitByTenantIdAndOrgUnitId { id: rowId name: shownName }
        partner: partnerByTenantIdAndPartnerId { id: rowId name state }
        activities: activitiesByTenantIdAndProjectId(first: 5, orderBy: [DATE_DESC, ROW_ID_DESC]) { nodes { id: rowId name date visits } }
        demands: demandsByTenantIdAndProjectId(first: 5, orderBy: [NUMBER_DESC]) { nodes { id: rowId number title state
          wishes: wishesByTenantIdAndDemandId(first: 5, orderBy: [RECORDED_ON_DESC, ROW_ID_DESC]) { nodes { id: rowId number words: shownWords state } } } } }
      pageInfo { endCursor hasNextPage } } }`,
    floor: 'Q3',
  },
};

/** M1: a wish that staff write down for somebody. */
const newWish: Query = {
  name: 'M1',
  title: 'create a wish',
  writes: true,
  documents: {
    ours: 'mutation M1($input: MakeWishInput!) { makeWish(input: $input) { wish { id number state } refusals { code } } }',
    postgraphile: 'mutation M1($input: MakeWishInput!) { makeWish(input: $input) { wish: result { id: rowId number state } } }',
    floor: 'M1',
  },
};

/** Everything that is compared, in the order of the runs: what writes comes last. */
export const queries: readonly Query[] = [oneWish, wishPage, projectPage, newWish];
