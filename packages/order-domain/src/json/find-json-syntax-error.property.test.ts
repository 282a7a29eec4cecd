import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonSyntaxError } from './find-json-syntax-error.ts';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON with a few characters changed, dropped or put in: mostly broken, sometimes still whole. */
const nearlyJson = fc
  .tuple(
    fc.json(),
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...'{}[],:"\\0129.eE+-tfn \n\tu\u0001é')), { maxLength: 3 }),
  )
  .map(([json, edits]) =>
    edits.reduce((text, [position, removed, added]) => {
      const at = position % (text.length + 1);
      return text.slice(0, at) + added + text.slice(at + removed);
    }, json),
  );

describe(findJsonSyntaxError, () => {
  it('finds a fault exactly in what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyJson, fc.string()), (text) => {
        expect(findJsonSyntaxError(text) === undefined).toBe(parses(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('points at the first fault: what stands before it only lacks its end', () => {
    fc.assert(
      fc.property(nearlyJson, (text) => {
        const fault = findJsonSyntaxError(text);
        if (!fault) return;
        const before = findJsonSyntaxError(text.slice(0, fault.offset));
        if (!before || before.problem === 'this string does not end') return;
        expect(before.offset).toBe(fault.offset);
      }),
    );
  });
});
