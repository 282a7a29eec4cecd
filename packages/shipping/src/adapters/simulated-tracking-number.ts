/** A tracking number that follows from the key: `SIM` and the key's 64 bits of FNV-1a as 20 digits. */
export function simulatedTrackingNumber(key: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(key)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `SIM${String(hash).padStart(20, '0')}`;
}
