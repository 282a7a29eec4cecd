import { type JsonSchema, waysOf } from './json-schema.ts';

/** Something that is read and that nobody can count on. */
export interface UnmetRead {
  /** Where it stands in the record: `shipment.trackingNumber`, or `validation.lines[].sku`. */
  readonly path: string;
  /**
   * `not-left`: it is needed and not there. `unknown`: it is read if it is there, and never is. `not-always-left`: it is needed
   * and may be missing. `left-otherwise`: it may be of another type, or a value that is not expected.
   */
  readonly kind: 'not-left' | 'unknown' | 'not-always-left' | 'left-otherwise';
}

/**
 * What one schema reads at a place of the record that another does not leave there. What nobody reads may come and go. Patterns are
 * not compared: no program tells whether one takes all that another takes.
 */
export function unmetReads(reads: JsonSchema, leaves: JsonSchema, path: string): readonly UnmetRead[] {
  const unmet = waysOf(leaves).map((left) => unmetInOneWay(reads, left, path));
  const inEachWay = (place: string) => unmet.every((found) => found.some((one) => one.path === place));
  const counted = unmet.flat().filter((one) => one.kind !== 'unknown' || inEachWay(one.path));
  const worded = counted.map((one): UnmetRead => {
    return one.kind === 'not-left' && !inEachWay(one.path) ? { ...one, kind: 'not-always-left' } : one;
  });
  return [...new Map(worded.map((one) => [one.path, one])).values()];
}

function unmetInOneWay(reads: JsonSchema, left: JsonSchema, path: string): readonly UnmetRead[] {
  const ways = waysOf(reads).map((read) => [
    ...unmetFields(read, left, path),
    ...(read.items && left.items ? unmetReads(read.items, left.items, `${path}[]`) : []),
    ...(takesEachValue(read, left) ? [] : [{ path, kind: 'left-otherwise' as const }]),
  ]);
  return ways.find(({ length }) => length === 0) ?? ways[0] ?? [];
}

function unmetFields(read: JsonSchema, left: JsonSchema, path: string): readonly UnmetRead[] {
  return Object.entries(read.properties ?? {}).flatMap(([field, wanted]): readonly UnmetRead[] => {
    const place = `${path}.${field}`;
    const needed = read.required?.includes(field) ?? false;
    const found = left.properties?.[field];
    if (!found && left.additionalProperties === false) return [{ path: place, kind: needed ? 'not-left' : 'unknown' }];
    if (needed && !left.required?.includes(field)) return [{ path: place, kind: 'not-always-left' }];
    return found ? unmetReads(wanted, found, place) : [];
  });
}

function takesEachValue(read: JsonSchema, left: JsonSchema): boolean {
  if (read.type !== undefined && read.type !== left.type && !(read.type === 'number' && left.type === 'integer'))
    return false;
  const taken = valuesOf(read);
  const given = valuesOf(left);
  if (taken) return given?.every((value) => taken.includes(value)) ?? false;
  return withinBounds(read, left);
}

function valuesOf(schema: JsonSchema): readonly unknown[] | undefined {
  return 'const' in schema ? [schema.const] : schema.enum;
}

function withinBounds(read: JsonSchema, left: JsonSchema): boolean {
  const above = (['minimum', 'minLength', 'minItems'] as const).every(
    (bound) => (read[bound] ?? -Infinity) <= (left[bound] ?? -Infinity),
  );
  const below = (['maximum', 'maxLength', 'maxItems'] as const).every(
    (bound) => (read[bound] ?? Infinity) >= (left[bound] ?? Infinity),
  );
  return above && below;
}
