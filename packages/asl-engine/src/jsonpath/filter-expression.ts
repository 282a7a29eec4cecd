import type { Json } from '../json/json.ts';
import type { PathSegment } from './path-segment.ts';

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
