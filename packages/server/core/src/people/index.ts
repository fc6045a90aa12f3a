export { peopleFeature } from './people.feature.js';
export { peopleIdentity } from './people.identity.js';
export { Person } from './person.entity.js';
export { RoleAssignment } from './role-assignment.entity.js';
