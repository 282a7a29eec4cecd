import { randomUUID } from 'node:crypto';

/** Where jitter, `$random`, `$uuid`, States.MathRandom and States.UUID come from. */
export interface RandomSource {
  /** A number in [0, 1). */
  next(): number;
  /** A version 4 UUID. */
  uuid(): string;
  /** A seed for a source elsewhere; undefined when this one is really random, and that one shall be. */
  seed(): number | undefined;
}

/** Numbers that a seed determines (the mulberry32 generator), or really random ones without a seed. */
export function createRandomSource(seed?: number): RandomSource {
  if (seed === undefined) return { next: Math.random, uuid: () => randomUUID(), seed: () => undefined };
  const next = mulberry32(seed);
  return { next, uuid: () => uuid(bytesFrom(next)), seed: () => Math.floor(next() * 2 ** 32) };
}

/** The generator mulberry32: 32 bits of state, good enough for jitter, the same on every machine. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function bytesFrom(next: () => number): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => Math.floor(next() * 256));
}

function uuid(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte, index) => {
    if (index === 6) return ((byte & 0x0f) | 0x40).toString(16).padStart(2, '0');
    if (index === 8) return ((byte & 0x3f) | 0x80).toString(16).padStart(2, '0');
    return byte.toString(16).padStart(2, '0');
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-');
}

const mask = (1n << 48n) - 1n;

/**
 * The generator of `java.util.Random`, which AWS gives a seed to: a function that gives the next `nextDouble()`, in [0, 1). Takes an
 * integer; a fraction is cut off.
 */
export function createJavaRandom(seed: number): () => number {
  let state = (BigInt(Math.trunc(seed)) ^ 0x5deece66dn) & mask;
  const next = (bits: number): number => {
    state = (state * 0x5deece66dn + 0xbn) & mask;
    return Number(state >> BigInt(48 - bits));
  };
  return () => (next(26) * 2 ** 27 + next(27)) * 2 ** -53;
}
