import type { Look } from '../show/tone.ts';
import { type StatusShape, shapeLines } from './status-shapes.ts';

export function StatusBadge({ look: { words, shape, tone } }: { readonly look: Look }) {
  return (
    <span className={`badge ${tone}`}>
      <StatusIcon shape={shape} />
      {words}
    </span>
  );
}

/** Decoration beside the words that say the same. */
export function StatusIcon({ shape }: { readonly shape: StatusShape }) {
  return (
    <svg className="status-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {shapeLines(shape).map(({ path, className, dashes }) => (
        <path key={path} d={path} className={className} strokeDasharray={dashes} />
      ))}
    </svg>
  );
}
