export { ensureFits, isWorse } from './fit.rules.js';
export { effectsJson, lineChangeJson } from './effects-json.js';
export type * from './effects.types.js';
export type * from './flow-down.types.js';
export type * from './follow-on.types.js';
export type * from './what-if.types.js';
