import { isJsonObject, type Json } from '../json/json.ts';
import { ApiError } from './api-error.ts';
import { resultShapes, type Shape } from './result-shapes.ts';

type Mode = 'STRICT' | 'PRESENT';

/**
 * Checks a mocked result against what the service answers: STRICT wants required members and right types, PRESENT right types. What a
 * service has besides is let through. Throws ApiError, ValidationException. A service that is not known here is not checked.
 */
export function checkResult(integration: string, result: Json, mode: Mode): void {
  const shape = Object.hasOwn(resultShapes, integration) ? resultShapes[integration] : undefined;
  if (!shape) return;
  if (!isJsonObject(result)) throw invalid('Mock result must be a JSON object');
  check('', shape, result, mode);
}

function check(name: string, shape: Shape, value: Json, mode: Mode): void {
  if (shape === 'any') return;
  if (shape.kind === 'object') {
    checkObject(name, shape, value, mode);
    return;
  }
  const wrong = wrongWith(shape, value);
  if (wrong) throw invalid(`Field '${name}' ${wrong}`);
  if (shape.kind === 'array' && shape.of)
    for (const item of value as readonly Json[]) check(name, shape.of, item, mode);
}

function wrongWith(shape: Exclude<Shape, 'any' | { kind: 'object' }>, value: Json): string | undefined {
  switch (shape.kind) {
    case 'string':
      return typeof value === 'string' ? wrongWithText(value, shape) : 'must be a string';
    case 'number':
      return typeof value === 'number' ? wrongWithNumber(value, shape) : 'must be a number';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be a boolean';
    case 'array':
      return Array.isArray(value) ? undefined : 'must be an array';
  }
}

function wrongWithText(value: string, { least = 0, oneOf }: Extract<Shape, { kind: 'string' }>): string | undefined {
  if (value.length < least) return 'is smaller than the minimum length';
  return oneOf && !oneOf.includes(value) ? 'is not an expected value' : undefined;
}

function wrongWithNumber(
  value: number,
  { least = value, most = value }: Extract<Shape, { kind: 'number' }>,
): string | undefined {
  if (value < least) return 'is less than the minimum value';
  return value > most ? 'exceeds the maximum value' : undefined;
}

function checkObject(
  name: string,
  { members = {}, required = [] }: Extract<Shape, { kind: 'object' }>,
  value: Json,
  mode: Mode,
): void {
  if (!isJsonObject(value)) throw invalid(`Field '${name}' must be an object`);
  const missing = mode === 'STRICT' && required.find((member) => !Object.hasOwn(value, member));
  if (missing) throw invalid(`Required field '${missing}' is missing`);
  for (const [member, inner] of Object.entries(value)) {
    const shape = Object.hasOwn(members, member) ? members[member] : undefined;
    if (shape) check(member, shape, inner, mode);
  }
}

function invalid(what: string): ApiError {
  return new ApiError('ValidationException', `Mock result schema validation error: ${what}`);
}
