import type { Json } from '../json/json.ts';

/** One step of a JSONPath. */
export type PathSegment =
  | { readonly kind: 'child'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'children'; readonly names: readonly string[] }
  | { readonly kind: 'indexes'; readonly indexes: readonly number[] }
  | {
      readonly kind: 'slice';
      readonly from: number | undefined;
      readonly to: number | undefined;
      readonly step: number;
    }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'descendants' }
  | { readonly kind: 'filter'; readonly test: FilterExpression }
  | { readonly kind: 'function'; readonly name: string };

/** What stands on one side of a comparison in a filter. */
export type FilterOperand =
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'regex'; readonly regex: RegExp }
  | { readonly kind: 'path'; readonly from: '@' | '$'; readonly segments: readonly PathSegment[] };

/** The condition in `[?( … )]`. */
export type FilterExpression =
  | { readonly kind: 'or' | 'and'; readonly parts: readonly FilterExpression[] }
  | { readonly kind: 'not'; readonly part: FilterExpression }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: FilterOperand; readonly right: FilterOperand }
  | { readonly kind: 'exists'; readonly operand: FilterOperand };

/** A parsed path: where it starts and the steps it takes. */
export interface ParsedPath {
  /** `$` the input, `$$` the context object, or the name of a variable. */
  readonly root:
    | { readonly kind: 'input' }
    | { readonly kind: 'context' }
    | { readonly kind: 'variable'; readonly name: string };
  readonly segments: readonly PathSegment[];
}

/** True when the path can only lead to one value; otherwise it leads to a list of them, maybe an empty one. */
export function isDefinite(segments: readonly PathSegment[]): boolean {
  return segments.every(({ kind }) => kind === 'child' || kind === 'index' || kind === 'function');
}
