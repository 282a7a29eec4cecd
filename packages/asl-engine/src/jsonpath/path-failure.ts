import type { EvaluationContext } from '../expression/evaluation-context.ts';
import { runtimeFailure, type StateFailure } from '../failure/state-failure.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { parsePath } from './parse-path.ts';

/** The failure of a path that leads nowhere, in AWS's words; a context path was looked for in the context object. */
export function pathFailure(path: string, field: string, input: Json, context: EvaluationContext): StateFailure {
  const document = path.startsWith('$$') ? context.contextObject() : input;
  return runtimeFailure(
    `The JSONPath '${path}' specified for the field '${field}' could not be found in the input '${JSON.stringify(document)}'`,
  );
}

/** The failure of an intrinsic function's argument that leads nowhere, in AWS's words. */
export function argumentFailure(path: string, input: Json, context: EvaluationContext): StateFailure {
  const document = path.startsWith('$$') ? context.contextObject() : input;
  return runtimeFailure(
    `The JsonPath argument for the field '${path}' could not be found in the input '${JSON.stringify(document)}'`,
  );
}

/** The failure of InputPath, OutputPath, TimeoutSecondsPath and HeartbeatSecondsPath when the path leads nowhere. */
export function invalidPath(path: string, document: Json): StateFailure {
  return runtimeFailure(`Invalid path '${path}' : ${missingPathReason(path, document)}`);
}

/** Why a definite path leads nowhere, in the words AWS shows: the last member is missing, or one on the way. */
function missingPathReason(text: string, document: Json): string {
  const { segments } = parsePath(text);
  let value: Json | undefined = document;
  let walked = '$';
  for (const [index, segment] of segments.entries()) {
    if (segment.kind !== 'child' && segment.kind !== 'index') break;
    walked += segment.kind === 'child' ? `['${segment.name}']` : `[${segment.index}]`;
    value =
      segment.kind === 'child'
        ? isJsonObject(value)
          ? value[segment.name]
          : undefined
        : Array.isArray(value)
          ? value[segment.index]
          : undefined;
    if (value === undefined && index < segments.length - 1) return `Missing property in path ${walked}`;
    if (value === undefined) break;
  }
  return `No results for path: ${walked}`;
}

/** A definite path led nowhere. */
export class PathNotFound extends Error {
  override readonly name = 'PathNotFound';
  readonly path: string;

  constructor(path: string) {
    super(`The path ${path} leads nowhere.`);
    this.path = path;
  }
}
