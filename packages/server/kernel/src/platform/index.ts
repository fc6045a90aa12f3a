export * from './domain.rules.js';
export * from './found-tenant.js';
export { createOperator, firstPassword } from './operator.service.js';
export { platformFeatures } from './platform.feature.js';
export * from './platform.js';
export * from './platform.schema.js';
