import type { Look } from '../show/tone.ts';
import { StatusIcon } from './status-icon.tsx';

export function StatusBadge({ look: { words, shape, tone } }: { readonly look: Look }) {
  return (
    <span className={`badge ${tone}`}>
      <StatusIcon shape={shape} />
      {words}
    </span>
  );
}
