import type { ReactNode } from 'react';
import type { Look } from '../show/tone.ts';

interface MarkProps {
  readonly tone: Look['tone'];
  /** What it means, under the pointer. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** A word that tells more than the status does. */
export function Mark({ tone, title, children }: MarkProps) {
  return (
    <span className={`outcome ${tone}`} title={title}>
      {children}
    </span>
  );
}
