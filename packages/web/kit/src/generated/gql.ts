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
    "\n  query ExportableLedgers {\n    exportableLedgers\n    forPurpose: exportableLedgers(needsPurpose: true)\n  }\n": typeof types.ExportableLedgersDocument,
    "\n  query Unread {\n    unreadNotifications\n  }\n": typeof types.UnreadDocument,
    "\n  subscription NotificationArrived {\n    notificationArrived {\n      unread\n    }\n  }\n": typeof types.NotificationArrivedDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      person {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      isSignedOut\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  query MySessions {\n    mySessions {\n      id\n      device\n      openedAt\n      isCurrent\n    }\n    viewer {\n      person {\n        id\n        hasLogin\n      }\n    }\n  }\n": typeof types.MySessionsDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      sessions {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      person {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query Session {\n    tenant {\n      id\n      slug\n      brandName\n      seal\n      timeZone\n      answerWithinWorkingDays\n      isDemo\n      sendsMessages\n      name {\n        zh\n        en\n      }\n      rootUnit {\n        id\n        name\n      }\n      colors {\n        brand\n        brandStrong\n        brandTint\n        brandLine\n        onBrand\n        onBrand2\n        brandInk\n      }\n    }\n    viewer {\n      plugins\n      abilities\n      permissions\n      today\n      person {\n        id\n        name\n        orgUnit {\n          id\n          name\n          kind {\n            id\n            position\n          }\n        }\n      }\n      roles {\n        id\n        role\n        label {\n          zh\n          en\n        }\n        orgUnit {\n          id\n          name\n        }\n        partner {\n          id\n          name\n        }\n        emergency\n        takenUntil\n      }\n    }\n  }\n": typeof types.SessionDocument,
};
const documents: Documents = {
    "\n  query ExportableLedgers {\n    exportableLedgers\n    forPurpose: exportableLedgers(needsPurpose: true)\n  }\n": types.ExportableLedgersDocument,
    "\n  query Unread {\n    unreadNotifications\n  }\n": types.UnreadDocument,
    "\n  subscription NotificationArrived {\n    notificationArrived {\n      unread\n    }\n  }\n": types.NotificationArrivedDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      person {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      isSignedOut\n    }\n  }\n": types.SignOutDocument,
    "\n  query MySessions {\n    mySessions {\n      id\n      device\n      openedAt\n      isCurrent\n    }\n    viewer {\n      person {\n        id\n        hasLogin\n      }\n    }\n  }\n": types.MySessionsDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      sessions {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.EndSessionDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      person {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  query Session {\n    tenant {\n      id\n      slug\n      brandName\n      seal\n      timeZone\n      answerWithinWorkingDays\n      isDemo\n      sendsMessages\n      name {\n        zh\n        en\n      }\n      rootUnit {\n        id\n        name\n      }\n      colors {\n        brand\n        brandStrong\n        brandTint\n        brandLine\n        onBrand\n        onBrand2\n        brandInk\n      }\n    }\n    viewer {\n      plugins\n      abilities\n      permissions\n      today\n      person {\n        id\n        name\n        orgUnit {\n          id\n          name\n          kind {\n            id\n            position\n          }\n        }\n      }\n      roles {\n        id\n        role\n        label {\n          zh\n          en\n        }\n        orgUnit {\n          id\n          name\n        }\n        partner {\n          id\n          name\n        }\n        emergency\n        takenUntil\n      }\n    }\n  }\n": types.SessionDocument,
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
export function graphql(source: "\n  query ExportableLedgers {\n    exportableLedgers\n    forPurpose: exportableLedgers(needsPurpose: true)\n  }\n"): (typeof documents)["\n  query ExportableLedgers {\n    exportableLedgers\n    forPurpose: exportableLedgers(needsPurpose: true)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Unread {\n    unreadNotifications\n  }\n"): (typeof documents)["\n  query Unread {\n    unreadNotifications\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription NotificationArrived {\n    notificationArrived {\n      unread\n    }\n  }\n"): (typeof documents)["\n  subscription NotificationArrived {\n    notificationArrived {\n      unread\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      person {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      person {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      isSignedOut\n    }\n  }\n"): (typeof documents)["\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      isSignedOut\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MySessions {\n    mySessions {\n      id\n      device\n      openedAt\n      isCurrent\n    }\n    viewer {\n      person {\n        id\n        hasLogin\n      }\n    }\n  }\n"): (typeof documents)["\n  query MySessions {\n    mySessions {\n      id\n      device\n      openedAt\n      isCurrent\n    }\n    viewer {\n      person {\n        id\n        hasLogin\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      sessions {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      sessions {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      person {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      person {\n        id\n      }\n      refusals {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Session {\n    tenant {\n      id\n      slug\n      brandName\n      seal\n      timeZone\n      answerWithinWorkingDays\n      isDemo\n      sendsMessages\n      name {\n        zh\n        en\n      }\n      rootUnit {\n        id\n        name\n      }\n      colors {\n        brand\n        brandStrong\n        brandTint\n        brandLine\n        onBrand\n        onBrand2\n        brandInk\n      }\n    }\n    viewer {\n      plugins\n      abilities\n      permissions\n      today\n      person {\n        id\n        name\n        orgUnit {\n          id\n          name\n          kind {\n            id\n            position\n          }\n        }\n      }\n      roles {\n        id\n        role\n        label {\n          zh\n          en\n        }\n        orgUnit {\n          id\n          name\n        }\n        partner {\n          id\n          name\n        }\n        emergency\n        takenUntil\n      }\n    }\n  }\n"): (typeof documents)["\n  query Session {\n    tenant {\n      id\n      slug\n      brandName\n      seal\n      timeZone\n      answerWithinWorkingDays\n      isDemo\n      sendsMessages\n      name {\n        zh\n        en\n      }\n      rootUnit {\n        id\n        name\n      }\n      colors {\n        brand\n        brandStrong\n        brandTint\n        brandLine\n        onBrand\n        onBrand2\n        brandInk\n      }\n    }\n    viewer {\n      plugins\n      abilities\n      permissions\n      today\n      person {\n        id\n        name\n        orgUnit {\n          id\n          name\n          kind {\n            id\n            position\n          }\n        }\n      }\n      roles {\n        id\n        role\n        label {\n          zh\n          en\n        }\n        orgUnit {\n          id\n          name\n        }\n        partner {\n          id\n          name\n        }\n        emergency\n        takenUntil\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;