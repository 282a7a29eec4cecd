import { isJsonObject, type Json } from '../json/json.ts';
import { parsePath } from './parse-path.ts';

/** Why a definite path leads nowhere, in the words AWS shows: the last member is missing, or one on the way. */
export function missingPathReason(text: string, document: Json): string {
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
