export { readRelease, withDefinition } from './kept-release.ts';
export { statesOf } from './record-release.ts';
export { cannotBeRefunded, everyWay, functionOf, ways } from './ways.ts';
