export { OrgUnit } from './org-unit.entity.js';
export { orgUnitList } from './org-unit.list.js';
export { rootUnit } from './org-unit.service.js';
export { organisationFeature } from './organisation.feature.js';
export { UnitRecord } from './unit-record.js';
