import { describeGiven } from '@order-workflow/order-domain';
import { isJsonObject } from '../json/json-object.ts';

/** An execution of this name began before and is not to begin again (StartExecution, `ExecutionAlreadyExists`). */
export class ExecutionAlreadyExists extends Error {
  override readonly name = 'ExecutionAlreadyExists';
  readonly executionName: string;

  constructor(executionName: string, why: string) {
    super(`${executionName}: ${why}`);
    this.executionName = executionName;
  }
}

type Path = readonly (string | number)[];

/**
 * Where two inputs differ, in words: `items[0].quantity was given 2, now given 3`. Personal data is masked. Undefined when
 * they are the same; the order in which fields are named does not count.
 */
export function describeDifference(before: unknown, now: unknown): string | undefined {
  const places = [...differences(before, now, [])];
  const [first, ...others] = places;
  if (!first) return undefined;
  const more = others.length === 0 ? '' : `, and ${others.length} more ${others.length === 1 ? 'place' : 'places'}`;
  const { path, was, is } = first;
  return `${pathText(path)} was ${describeGiven(was, path)}, now ${describeGiven(is, path)}${more}`;
}

interface Difference {
  readonly path: Path;
  readonly was: unknown;
  readonly is: unknown;
}

function* differences(was: unknown, is: unknown, path: Path): Generator<Difference> {
  if (Object.is(was, is)) return;
  if (isJsonObject(was) && isJsonObject(is)) {
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)]))
      yield* differences(was[key], is[key], [...path, key]);
  } else if (Array.isArray(was) && Array.isArray(is) && was.length === is.length) {
    for (const [index, entry] of was.entries()) yield* differences(entry, is[index], [...path, index]);
  } else yield { path, was, is };
}

function pathText(path: Path): string {
  if (path.length === 0) return 'the order';
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${key}`)).join('');
}
