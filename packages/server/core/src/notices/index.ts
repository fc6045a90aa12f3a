export { Notice } from './notice.entity.js';
export { noticeList } from './notice.list.js';
export { publishNotice } from './notice.service.js';
export { noticesFeature } from './notices.feature.js';
