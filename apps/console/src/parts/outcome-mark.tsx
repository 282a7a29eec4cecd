import { outcomeTone } from '../show/tone.ts';
import { Foreign } from './foreign.tsx';
import { Mark } from './mark.tsx';

/** What became of the order. */
export function OutcomeMark({ outcome }: { readonly outcome: string }) {
  return (
    <Mark tone={outcomeTone(outcome)}>
      <Foreign text={outcome} most={40} />
    </Mark>
  );
}
