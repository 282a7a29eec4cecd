export { findJsonProblem, placeInText } from './find-json-problem.ts';
export { findJsonSyntaxError, type JsonSyntaxError } from './find-json-syntax-error.ts';
