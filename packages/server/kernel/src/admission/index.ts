export { Admission, type Place } from './admission.js';
export * from './limits.js';
