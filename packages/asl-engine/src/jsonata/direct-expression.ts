import type { Json } from '../json/json.ts';
import type { JsonataScope } from './jsonata-scope.ts';

/** Returned by a direct evaluation that met data whose treatment is left to jsonata itself. */
export const deferToJsonata = Symbol('defer to jsonata');

/** Evaluates without a promise; undefined is JSONata's nothing. */
export type DirectExpression = (scope: JsonataScope) => Json | undefined | typeof deferToJsonata;
