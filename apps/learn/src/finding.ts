/** What an exercise has to do, and whether it does. */
export interface Finding {
  /** A sentence that is true once it is done. */
  readonly says: string;
  /** What is the case instead; absent when it is right. */
  readonly but?: string;
}

/** A finding of a condition: `but` is said when it does not hold. */
export function finding(says: string, holds: boolean, but: string): Finding {
  return holds ? { says } : { says, but };
}

export function isRight(findings: readonly Finding[]): boolean {
  return findings.every(({ but }) => but === undefined);
}
