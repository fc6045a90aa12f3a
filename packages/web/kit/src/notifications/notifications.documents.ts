import { graphql } from '../generated/index.js';

export const UnreadDocument = graphql(`
  query Unread {
    unreadNotifications
  }
`);

export const NotificationArrivedDocument = graphql(`
  subscription NotificationArrived {
    notificationArrived {
      unread
    }
  }
`);
