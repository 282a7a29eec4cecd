import { type StatusShape, shapeLines } from './status-shapes.ts';

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
