export { educationServer } from './education.feature.js';
