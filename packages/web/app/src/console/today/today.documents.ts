import { graphql } from '../generated/index.js';

export const AgendaDocument = graphql(`
  query Agenda($orgUnit: ID, $first: Int!) {
    agenda(orgUnit: $orgUnit, first: $first) {
      totalCount
      overdueCount
      items {
        id
        name
        kind {
          zh
          en
        }
        action {
          zh
          en
        }
        title
        isVoice
        dueAt
        href
        orgUnit {
          id
          name
        }
        escalatedTo {
          id
          name
        }
      }
    }
  }
`);

export const WishFlowDocument = graphql(`
  query WishFlow($quarter: WishFilter) {
    wishCounts(filter: $quarter) {
      key
      count
    }
  }
`);

export const WantedDocument = graphql(`
  query Wanted($from: Date!, $to: Date!, $orgUnit: ID) {
    report(from: $from, to: $to, orgUnit: $orgUnit) {
      figures(keys: ["wishes.collected"]) {
        key
        parts(by: "category") {
          key
          label {
            zh
            en
          }
          value
          months
        }
      }
    }
  }
`);

export const UnitsComparedDocument = graphql(`
  query UnitsCompared($from: Date!, $to: Date!, $orgUnit: ID, $figure: String!, $levels: Int!) {
    report(from: $from, to: $to, orgUnit: $orgUnit) {
      figures(keys: [$figure]) {
        key
        label
        value
        definition {
          zh
          en
        }
        parts(by: "unit", levels: $levels) {
          key
          label {
            zh
            en
          }
          value
          recordCount
        }
      }
    }
  }
`);

export const ThisWeekDocument = graphql(`
  query ThisWeek($filter: ActivityFilter) {
    activities(filter: $filter, first: 100) {
      totalCount
      edges {
        cursor
        node {
          id
          date
          name
          visits
          kind {
            id
            label {
              zh
              en
            }
          }
          project {
            id
            name
          }
        }
      }
    }
  }
`);

export const RecentImportsDocument = graphql(`
  query RecentImports {
    imports(first: 5) {
      edges {
        cursor
        node {
          id
          ledger
          fileName
          state
          isDryRun
          accepted
          unchanged
          rejectedCount
          warningCount
          createdAt
        }
      }
    }
  }
`);
