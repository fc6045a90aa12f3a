export { Photo } from './photo.entity.js';
export { photosFeature } from './photos.feature.js';
