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
