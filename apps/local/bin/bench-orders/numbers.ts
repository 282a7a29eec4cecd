/** The value at a share of all, as 0.99; NaN of none. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const medianOf = (values: readonly number[]): number => quantileOf(values, 0.5);

/** Bytes as a person reads them: `21.4 KB`, `310 MB`. A KB is 1,000 bytes. */
export function bytesText(bytes: number): string {
  if (Number.isNaN(bytes)) return 'unknown';
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} KB` : `${Math.round(bytes / 1e6)} MB`;
}
