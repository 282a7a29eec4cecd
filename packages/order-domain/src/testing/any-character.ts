import fc from 'fast-check';

/**
 * Any code point, controls and lone surrogates too, as the unit of a text for property tests. The library's own
 * `binary` means the same, and takes a second to set up.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));
