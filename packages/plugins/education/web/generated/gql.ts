/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query StaffCourses($id: ID!) {\n    project(id: $id) {\n      id\n      ... on EducationProject {\n        courses(first: 50) {\n          totalCount\n          edges {\n            cursor\n            node {\n              id\n              name\n              audience\n              fee\n              place\n              teacherName\n              terms(first: 20) {\n                edges {\n                  cursor\n                  node {\n                    id\n                    name\n                    startsOn\n                    endsOn\n                    startsAt\n                    endsAt\n                    weekdays\n                    capacity\n                    enrolledCount\n                    seatsLeft\n                    state\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.StaffCoursesDocument,
    "\n  query StaffEnrolments($filter: EnrolmentFilter, $first: Int!, $after: String) {\n    enrolments(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          learnerName\n          learnerBirthYear\n          isMinor\n          state\n          guardianName\n          guardianPhone\n          version\n          consent {\n            isGiven\n            purpose\n            givenAt\n            withdrawnAt\n          }\n          availableSteps {\n            name\n            allowed\n            reason\n            label {\n              zh\n              en\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.StaffEnrolmentsDocument,
    "\n  mutation StaffOpenCourse($input: OpenCourseInput!) {\n    openCourse(input: $input) {\n      course {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.StaffOpenCourseDocument,
    "\n  mutation StaffOpenTerm($input: OpenTermInput!) {\n    openTerm(input: $input) {\n      term {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.StaffOpenTermDocument,
    "\n  mutation StaffConfirmEnrolment($input: ConfirmEnrolmentInput!) {\n    confirmEnrolment(input: $input) {\n      enrolment {\n        id\n        state\n        version\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.StaffConfirmEnrolmentDocument,
    "\n  mutation StaffDeclineEnrolment($input: DeclineEnrolmentInput!) {\n    declineEnrolment(input: $input) {\n      enrolment {\n        id\n        state\n        version\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.StaffDeclineEnrolmentDocument,
    "\n  mutation StaffWithdrawEnrolment($input: WithdrawEnrolmentInput!) {\n    withdrawEnrolment(input: $input) {\n      enrolment {\n        id\n        state\n        version\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.StaffWithdrawEnrolmentDocument,
    "\n  fragment TermRow on Term {\n    id\n    name\n    state\n    startsOn\n    endsOn\n    weekdays\n    startsAt\n    endsAt\n    capacity\n    seatsLeft\n  }\n": typeof types.TermRowFragmentDoc,
    "\n  fragment CourseRow on Course {\n    id\n    name\n    audience\n    fee\n    place\n    teacherName\n    project {\n      id\n      name\n      orgUnit {\n        id\n        name\n      }\n    }\n    terms(first: 10) {\n      nodes {\n        ...TermRow\n      }\n    }\n  }\n": typeof types.CourseRowFragmentDoc,
    "\n  query OpenCourses($first: Int!, $after: String, $filter: CourseFilter) {\n    courses(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes {\n        ...CourseRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.OpenCoursesDocument,
    "\n  query CoursePage($id: ID!) {\n    course(id: $id) {\n      ...CourseRow\n    }\n  }\n": typeof types.CoursePageDocument,
    "\n  query MyEnrolments($after: String) {\n    enrolments(first: 20, after: $after, filter: { mine: true }) {\n      totalCount\n      nodes {\n        ...EnrolmentRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.MyEnrolmentsDocument,
    "\n  fragment EnrolmentRow on Enrolment {\n    id\n    state\n    version\n    learnerName\n    isMinor\n    isLocked\n    reason\n    consent {\n      id\n      isGiven\n      purpose\n    }\n    term {\n      ...TermRow\n      course {\n        id\n        name\n        place\n      }\n    }\n    availableSteps {\n      name\n      allowed\n      reason\n    }\n  }\n": typeof types.EnrolmentRowFragmentDoc,
    "\n  mutation RequestEnrolment($input: RequestEnrolmentInput!) {\n    requestEnrolment(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.RequestEnrolmentDocument,
    "\n  mutation WithdrawEnrolment($input: WithdrawEnrolmentInput!) {\n    withdrawEnrolment(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.WithdrawEnrolmentDocument,
    "\n  mutation GiveConsent($input: GiveConsentInput!) {\n    giveConsent(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.GiveConsentDocument,
    "\n  mutation WithdrawConsent($input: WithdrawConsentInput!) {\n    withdrawConsent(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.WithdrawConsentDocument,
};
const documents: Documents = {
    "\n  query StaffCourses($id: ID!) {\n    project(id: $id) {\n      id\n      ... on EducationProject {\n        courses(first: 50) {\n          totalCount\n          edges {\n            cursor\n            node {\n              id\n              name\n              audience\n              fee\n              place\n              teacherName\n              terms(first: 20) {\n                edges {\n                  cursor\n                  node {\n                    id\n                    name\n                    startsOn\n                    endsOn\n                    startsAt\n                    endsAt\n                    weekdays\n                    capacity\n                    enrolledCount\n                    seatsLeft\n                    state\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.StaffCoursesDocument,
    "\n  query StaffEnrolments($filter: EnrolmentFilter, $first: Int!, $after: String) {\n    enrolments(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          learnerName\n          learnerBirthYear\n          isMinor\n          state\n          guardianName\n          guardianPhone\n          version\n          consent {\n            isGiven\n            purpose\n            givenAt\n            withdrawnAt\n          }\n          availableSteps {\n            name\n            allowed\n            reason\n            label {\n              zh\n              en\n            }\n          }\n        }\n      }\n    }\n  }\n": types.StaffEnrolmentsDocument,
    "\n  mutation StaffOpenCourse($input: OpenCourseInput!) {\n    openCourse(input: $input) {\n      course {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.StaffOpenCourseDocument,
    "\n  mutation StaffOpenTerm($input: OpenTermInput!) {\n    openTerm(input: $input) {\n      term {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.StaffOpenTermDocument,
    "\n  mutation StaffConfirmEnrolment($input: ConfirmEnrolmentInput!) {\n    confirmEnrolment(input: $input) {\n      enrolment {\n        id\n        state\n        version\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.StaffConfirmEnrolmentDocument,
    "\n  mutation StaffDeclineEnrolment($input: DeclineEnrolmentInput!) {\n    declineEnrolment(input: $input) {\n      enrolment {\n        id\n        state\n        version\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.StaffDeclineEnrolmentDocument,
    "\n  mutation StaffWithdrawEnrolment($input: WithdrawEnrolmentInput!) {\n    withdrawEnrolment(input: $input) {\n      enrolment {\n        id\n        state\n        version\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.StaffWithdrawEnrolmentDocument,
    "\n  fragment TermRow on Term {\n    id\n    name\n    state\n    startsOn\n    endsOn\n    weekdays\n    startsAt\n    endsAt\n    capacity\n    seatsLeft\n  }\n": types.TermRowFragmentDoc,
    "\n  fragment CourseRow on Course {\n    id\n    name\n    audience\n    fee\n    place\n    teacherName\n    project {\n      id\n      name\n      orgUnit {\n        id\n        name\n      }\n    }\n    terms(first: 10) {\n      nodes {\n        ...TermRow\n      }\n    }\n  }\n": types.CourseRowFragmentDoc,
    "\n  query OpenCourses($first: Int!, $after: String, $filter: CourseFilter) {\n    courses(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes {\n        ...CourseRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.OpenCoursesDocument,
    "\n  query CoursePage($id: ID!) {\n    course(id: $id) {\n      ...CourseRow\n    }\n  }\n": types.CoursePageDocument,
    "\n  query MyEnrolments($after: String) {\n    enrolments(first: 20, after: $after, filter: { mine: true }) {\n      totalCount\n      nodes {\n        ...EnrolmentRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.MyEnrolmentsDocument,
    "\n  fragment EnrolmentRow on Enrolment {\n    id\n    state\n    version\n    learnerName\n    isMinor\n    isLocked\n    reason\n    consent {\n      id\n      isGiven\n      purpose\n    }\n    term {\n      ...TermRow\n      course {\n        id\n        name\n        place\n      }\n    }\n    availableSteps {\n      name\n      allowed\n      reason\n    }\n  }\n": types.EnrolmentRowFragmentDoc,
    "\n  mutation RequestEnrolment($input: RequestEnrolmentInput!) {\n    requestEnrolment(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.RequestEnrolmentDocument,
    "\n  mutation WithdrawEnrolment($input: WithdrawEnrolmentInput!) {\n    withdrawEnrolment(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.WithdrawEnrolmentDocument,
    "\n  mutation GiveConsent($input: GiveConsentInput!) {\n    giveConsent(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.GiveConsentDocument,
    "\n  mutation WithdrawConsent($input: WithdrawConsentInput!) {\n    withdrawConsent(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.WithdrawConsentDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StaffCourses($id: ID!) {\n    project(id: $id) {\n      id\n      ... on EducationProject {\n        courses(first: 50) {\n          totalCount\n          edges {\n            cursor\n            node {\n              id\n              name\n              audience\n              fee\n              place\n              teacherName\n              terms(first: 20) {\n                edges {\n                  cursor\n                  node {\n                    id\n                    name\n                    startsOn\n                    endsOn\n                    startsAt\n                    endsAt\n                    weekdays\n                    capacity\n                    enrolledCount\n                    seatsLeft\n                    state\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query StaffCourses($id: ID!) {\n    project(id: $id) {\n      id\n      ... on EducationProject {\n        courses(first: 50) {\n          totalCount\n          edges {\n            cursor\n            node {\n              id\n              name\n              audience\n              fee\n              place\n              teacherName\n              terms(first: 20) {\n                edges {\n                  cursor\n                  node {\n                    id\n                    name\n                    startsOn\n                    endsOn\n                    startsAt\n                    endsAt\n                    weekdays\n                    capacity\n                    enrolledCount\n                    seatsLeft\n                    state\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StaffEnrolments($filter: EnrolmentFilter, $first: Int!, $after: String) {\n    enrolments(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          learnerName\n          learnerBirthYear\n          isMinor\n          state\n          guardianName\n          guardianPhone\n          version\n          consent {\n            isGiven\n            purpose\n            givenAt\n            withdrawnAt\n          }\n          availableSteps {\n            name\n            allowed\n            reason\n            label {\n              zh\n              en\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query StaffEnrolments($filter: EnrolmentFilter, $first: Int!, $after: String) {\n    enrolments(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          learnerName\n          learnerBirthYear\n          isMinor\n          state\n          guardianName\n          guardianPhone\n          version\n          consent {\n            isGiven\n            purpose\n            givenAt\n            withdrawnAt\n          }\n          availableSteps {\n            name\n            allowed\n            reason\n            label {\n              zh\n              en\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StaffOpenCourse($input: OpenCourseInput!) {\n    openCourse(input: $input) {\n      course {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StaffOpenCourse($input: OpenCourseInput!) {\n    openCourse(input: $input) {\n      course {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StaffOpenTerm($input: OpenTermInput!) {\n    openTerm(input: $input) {\n      term {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StaffOpenTerm($input: OpenTermInput!) {\n    openTerm(input: $input) {\n      term {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StaffConfirmEnrolment($input: ConfirmEnrolmentInput!) {\n    confirmEnrolment(input: $input) {\n      enrolment {\n        id\n        state\n        version\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StaffConfirmEnrolment($input: ConfirmEnrolmentInput!) {\n    confirmEnrolment(input: $input) {\n      enrolment {\n        id\n        state\n        version\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StaffDeclineEnrolment($input: DeclineEnrolmentInput!) {\n    declineEnrolment(input: $input) {\n      enrolment {\n        id\n        state\n        version\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StaffDeclineEnrolment($input: DeclineEnrolmentInput!) {\n    declineEnrolment(input: $input) {\n      enrolment {\n        id\n        state\n        version\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StaffWithdrawEnrolment($input: WithdrawEnrolmentInput!) {\n    withdrawEnrolment(input: $input) {\n      enrolment {\n        id\n        state\n        version\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StaffWithdrawEnrolment($input: WithdrawEnrolmentInput!) {\n    withdrawEnrolment(input: $input) {\n      enrolment {\n        id\n        state\n        version\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TermRow on Term {\n    id\n    name\n    state\n    startsOn\n    endsOn\n    weekdays\n    startsAt\n    endsAt\n    capacity\n    seatsLeft\n  }\n"): (typeof documents)["\n  fragment TermRow on Term {\n    id\n    name\n    state\n    startsOn\n    endsOn\n    weekdays\n    startsAt\n    endsAt\n    capacity\n    seatsLeft\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CourseRow on Course {\n    id\n    name\n    audience\n    fee\n    place\n    teacherName\n    project {\n      id\n      name\n      orgUnit {\n        id\n        name\n      }\n    }\n    terms(first: 10) {\n      nodes {\n        ...TermRow\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CourseRow on Course {\n    id\n    name\n    audience\n    fee\n    place\n    teacherName\n    project {\n      id\n      name\n      orgUnit {\n        id\n        name\n      }\n    }\n    terms(first: 10) {\n      nodes {\n        ...TermRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpenCourses($first: Int!, $after: String, $filter: CourseFilter) {\n    courses(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes {\n        ...CourseRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query OpenCourses($first: Int!, $after: String, $filter: CourseFilter) {\n    courses(first: $first, after: $after, filter: $filter) {\n      totalCount\n      nodes {\n        ...CourseRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CoursePage($id: ID!) {\n    course(id: $id) {\n      ...CourseRow\n    }\n  }\n"): (typeof documents)["\n  query CoursePage($id: ID!) {\n    course(id: $id) {\n      ...CourseRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyEnrolments($after: String) {\n    enrolments(first: 20, after: $after, filter: { mine: true }) {\n      totalCount\n      nodes {\n        ...EnrolmentRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyEnrolments($after: String) {\n    enrolments(first: 20, after: $after, filter: { mine: true }) {\n      totalCount\n      nodes {\n        ...EnrolmentRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EnrolmentRow on Enrolment {\n    id\n    state\n    version\n    learnerName\n    isMinor\n    isLocked\n    reason\n    consent {\n      id\n      isGiven\n      purpose\n    }\n    term {\n      ...TermRow\n      course {\n        id\n        name\n        place\n      }\n    }\n    availableSteps {\n      name\n      allowed\n      reason\n    }\n  }\n"): (typeof documents)["\n  fragment EnrolmentRow on Enrolment {\n    id\n    state\n    version\n    learnerName\n    isMinor\n    isLocked\n    reason\n    consent {\n      id\n      isGiven\n      purpose\n    }\n    term {\n      ...TermRow\n      course {\n        id\n        name\n        place\n      }\n    }\n    availableSteps {\n      name\n      allowed\n      reason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestEnrolment($input: RequestEnrolmentInput!) {\n    requestEnrolment(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestEnrolment($input: RequestEnrolmentInput!) {\n    requestEnrolment(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawEnrolment($input: WithdrawEnrolmentInput!) {\n    withdrawEnrolment(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawEnrolment($input: WithdrawEnrolmentInput!) {\n    withdrawEnrolment(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveConsent($input: GiveConsentInput!) {\n    giveConsent(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation GiveConsent($input: GiveConsentInput!) {\n    giveConsent(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawConsent($input: WithdrawConsentInput!) {\n    withdrawConsent(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawConsent($input: WithdrawConsentInput!) {\n    withdrawConsent(input: $input) {\n      enrolment {\n        ...EnrolmentRow\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;