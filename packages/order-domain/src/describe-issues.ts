import type * as z from 'zod/mini';
import { describeGiven, describeKey } from './describe-given.ts';
import { fieldName } from './field-name.ts';

type Issue = z.core.$ZodIssue;

/**
 * Turns what a schema found into violations: the field, what was given and what is expected. `root` is what the whole is
 * called, where a field is none of its parts.
 */
export function describeIssues(issues: readonly Issue[], input: unknown, root = 'order'): Violation[] {
  return issues.filter(isTightest).map((issue) => {
    const field = fieldName(issue.path, root);
    if (issue.code === 'unrecognized_keys')
      return { field, problem: `unknown ${unknownKeys(issue.keys)}${hint(issue)}` };
    const given = describeGiven(valueAt(input, issue.path), issue.path);
    return { field, problem: `${given}, expected ${expectation(issue)}` };
  });
}

/**
 * A number beyond the safe integers breaks the bound of every whole number and then its field's own, which alone is
 * worth saying.
 */
function isTightest(issue: Issue, _index: number, issues: readonly Issue[]): boolean {
  if (!isSafeIntegerBound(issue)) return true;
  return !issues.some(
    (other) =>
      other.code === issue.code && !isSafeIntegerBound(other) && fieldName(other.path) === fieldName(issue.path),
  );
}

function isSafeIntegerBound(issue: Issue): boolean {
  if (issue.code === 'too_big') return issue.maximum === Number.MAX_SAFE_INTEGER;
  return issue.code === 'too_small' && issue.minimum === Number.MIN_SAFE_INTEGER;
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : article(issue.expected);
    case 'too_small':
      return `at least ${counted(issue.minimum, issue.origin)}`;
    case 'too_big':
      return `at most ${counted(issue.maximum, issue.origin)}`;
    case 'invalid_value':
      return `${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    default:
      return issue.message;
  }
}

/** What a schema has to say about keys that it does not know, if it says anything of its own. */
function hint({ message }: Issue): string {
  return message === 'Invalid input' ? '' : `; ${message}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    input,
  );
}

function unknownKeys(keys: readonly string[]): string {
  const shown = keys.slice(0, 5).map(describeKey).join(', ');
  const more = keys.length > 5 ? ` and ${keys.length - 5} more` : '';
  return `${keys.length === 1 ? 'key' : 'keys'} ${shown}${more}`;
}

function counted(limit: number | bigint, origin: string): string {
  if (origin === 'string') return `${limit} ${limit === 1 ? 'character' : 'characters'}`;
  return origin === 'array' ? `${limit} ${limit === 1 ? 'entry' : 'entries'}` : String(limit);
}

function article(type: string): string {
  const word = type === 'string' ? 'text' : type === 'array' ? 'list' : type;
  return word === 'text' ? 'text' : `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** One thing that is wrong with an order or a record, in words its sender can act on. Holds no personal data. */
export interface Violation {
  /** Path of the field, such as `items[0].quantity`; `order` for the whole. */
  readonly field: string;
  /** What was given and what is expected, without the field's name. */
  readonly problem: string;
}

/** `items[0].quantity: given 0, expected at least 1` */
export function violationText({ field, problem }: Violation): string {
  return `${field}: ${problem}`;
}
