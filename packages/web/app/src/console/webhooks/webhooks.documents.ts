import { graphql } from '../generated/index.js';

export const EditedWebhookDocument = graphql(`
  fragment EditedWebhook on Webhook {
    id
    version
    name
    url
    events
  }
`);

export const WebhookAgainDocument = graphql(`
  query WebhookAgain($id: ID!) {
    webhook(id: $id) {
      ...EditedWebhook
    }
  }
`);

export const WebhooksDocument = graphql(`
  query Webhooks {
    webhooks(first: 50) {
      nodes {
        ...EditedWebhook
        isActive
        failures
        stoppedAt
        owner {
          id
          name
        }
      }
    }
  }
`);

export const WebhookEventsDocument = graphql(`
  query WebhookEvents {
    webhookEvents {
      name
      label {
        zh
        en
      }
    }
  }
`);

export const DeliveriesDocument = graphql(`
  query Deliveries($id: ID!, $first: Int!) {
    webhook(id: $id) {
      id
      deliveries(first: $first) {
        totalCount
        nodes {
          id
          event
          happenedAt
          state
          attempts
          status
          problem
        }
      }
    }
  }
`);

export const CreateWebhookDocument = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      secret
      webhook {
        id
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const EditWebhookDocument = graphql(`
  mutation EditWebhook($input: EditWebhookInput!) {
    editWebhook(input: $input) {
      webhook {
        id
        version
        isActive
        failures
        stoppedAt
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const RenewSecretDocument = graphql(`
  mutation RenewWebhookSecret($input: WebhookInput!) {
    renewWebhookSecret(input: $input) {
      secret
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const DeleteWebhookDocument = graphql(`
  mutation DeleteWebhook($input: WebhookInput!) {
    deleteWebhook(input: $input) {
      isDeleted
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const ReplayDeliveryDocument = graphql(`
  mutation ReplayDelivery($input: ReplayDeliveryInput!) {
    replayDelivery(input: $input) {
      delivery {
        id
        state
        attempts
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);
