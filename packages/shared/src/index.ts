export * from './abilities.js';
export * from './clock.js';
export * from './ids.js';
export * from './plugin/index.js';
export * from './roles.js';
export * from './text.js';
export * from './workflow/index.js';
