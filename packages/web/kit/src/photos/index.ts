export { PhotoField } from './photo-field.js';
export { PhotoStrip, type ShownPhoto } from './photo-strip.js';
