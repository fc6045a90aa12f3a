export { Delegation } from './delegation.entity.js';
export { Person } from './person.entity.js';
export { RoleAssignment } from './role-assignment.entity.js';
export { peopleFeature } from './people.feature.js';
export { peopleIdentity } from './people.identity.js';
