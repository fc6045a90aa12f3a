export * from './scene.js';
export * from './world.js';
