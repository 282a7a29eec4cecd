import fc from 'fast-check';
import { randomDefinition } from './random-definition.ts';
import { json, jsonata, path } from './random-expressions.ts';

/** A definition with one place changed to something odd. */
export const mutatedDefinition: fc.Arbitrary<unknown> = fc
  .tuple(randomDefinition, fc.nat(), fc.oneof(json, path, jsonata, fc.constantFrom(-1, 1e12, '', 'A', [], {}, null)))
  .map(([definition, place, replacement]) => mutate(structuredClone(definition), place, replacement));

function mutate(definition: object, place: number, replacement: unknown): unknown {
  const places: [Record<string, unknown>, string][] = [];
  const collect = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      collect((node as Record<string, unknown>)[key]);
    }
  };
  collect(definition);
  const chosen = places[place % places.length];
  if (chosen) chosen[0][chosen[1]] = replacement;
  return definition;
}
