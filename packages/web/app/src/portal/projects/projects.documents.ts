import { graphql } from '../generated/index.js';

export const ProjectsPageDocument = graphql(`
  query ProjectsPage($after: String, $filter: ProjectFilter) {
    projects(first: 20, after: $after, filter: $filter) {
      totalCount
      nodes {
        ...ProjectRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ProjectPageDocument = graphql(`
  query ProjectPage($id: ID!) {
    project(id: $id) {
      ...ProjectRow
      typeName
      mode
      plan
      startsOn
      endsOn
      aspect {
        id
        label {
          zh
          en
        }
      }
      partner {
        id
        name
      }
      latestRound {
        id
        month
        grade
        excellent
        good
        pass
        fail
        votes
        satisfaction
      }
      activities(first: 5) {
        totalCount
        nodes {
          id
          name
          date
          place
          visits
          photos(first: 6) {
            nodes {
              id
              width
              height
              isHidden
              hiddenReason
            }
          }
          kind {
            id
            label {
              zh
              en
            }
          }
        }
      }
      demands(first: 5) {
        nodes {
          id
          title
          wishCount
        }
      }
    }
  }
`);
