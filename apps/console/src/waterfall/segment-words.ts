import { formatDuration } from '../show/format-duration.ts';
import type { Segment } from './waterfall.ts';

/** What a bar shows, for those who do not see it: nothing of time that only passed. */
export function segmentWords(segments: readonly Segment[]): string {
  return segments.flatMap((segment) => stretchWords(segment) ?? []).join(', ');
}

/** What one stretch of it shows. */
export function stretchWords({ kind, from, to, status, number, error }: Segment): string | undefined {
  const took = formatDuration(to - from);
  if (kind === 'wait') return `waited ${took}`;
  if (kind === 'stay') return undefined;
  const result = status === 'running' ? 'runs since' : `${status}${error === undefined ? '' : ` by ${error}`} after`;
  return `attempt ${number} ${result} ${took}`;
}
