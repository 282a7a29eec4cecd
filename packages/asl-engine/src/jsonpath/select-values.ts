// A path holds filters, and a filter holds paths: this file and test-filter.ts import each other as the grammar does.
import { isJsonObject, type Json } from '../json/json.ts';
import type { PathSegment } from './parsed-path.ts';
import { applyPathFunction } from './path-function.ts';
import { passesFilter } from './test-filter.ts';

/** All values a path leads to from `start`, in the document's order. */
export function selectValues(segments: readonly PathSegment[], start: Json, root: Json): Json[] {
  let values: Json[] = [start];
  for (const segment of segments) {
    if (segment.kind === 'function') {
      values = applyPathFunction(segment.name, values);
      continue;
    }
    const next: Json[] = [];
    for (const value of values) step(segment, value, root, next);
    values = next;
  }
  return values;
}

function step(segment: PathSegment, value: Json, root: Json, out: Json[]): void {
  switch (segment.kind) {
    case 'child':
      pushMember(value, segment.name, out);
      return;
    case 'children':
      for (const name of segment.names) pushMember(value, name, out);
      return;
    case 'index':
      pushItem(value, segment.index, out);
      return;
    case 'indexes':
      for (const index of segment.indexes) pushItem(value, index, out);
      return;
    case 'slice':
      pushSlice(value, segment, out);
      return;
    case 'wildcard':
      for (const inner of innerValues(value)) out.push(inner);
      return;
    case 'descendants':
      pushDescendants(value, out);
      return;
    case 'filter':
      pushMatching(value, segment, root, out);
      return;
    case 'function':
      return;
  }
}

function pushMember(value: Json, name: string, out: Json[]): void {
  if (isJsonObject(value) && Object.hasOwn(value, name)) out.push(value[name] ?? null);
}

function pushItem(value: Json, index: number, out: Json[]): void {
  if (!Array.isArray(value)) return;
  const item: Json | undefined = value[index < 0 ? value.length + index : index];
  if (item !== undefined) out.push(item);
}

function pushSlice(value: Json, slice: PathSegment & { kind: 'slice' }, out: Json[]): void {
  if (!Array.isArray(value)) return;
  const cut: readonly Json[] = value.slice(slice.from, slice.to);
  for (let index = 0; index < cut.length; index += slice.step) out.push(cut[index] ?? null);
}

function innerValues(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value;
  return isJsonObject(value) ? Object.values(value) : [];
}

function pushDescendants(value: Json, out: Json[]): void {
  out.push(value);
  for (const inner of innerValues(value)) pushDescendants(inner, out);
}

function pushMatching(value: Json, segment: PathSegment & { kind: 'filter' }, root: Json, out: Json[]): void {
  const candidates = Array.isArray(value) ? (value as readonly Json[]) : isJsonObject(value) ? [value] : [];
  for (const candidate of candidates) if (passesFilter(segment.test, candidate, root)) out.push(candidate);
}
