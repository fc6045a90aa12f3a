export { Partner, PartnerState } from './partner.entity.js';
export { partnerList } from './partner.list.js';
export { partnersFeature } from './partners.feature.js';
export { appointRepresentative } from './representative.service.js';
