import { outcomeTone } from '../show/tone.ts';

/** What became of the order. */
export function OutcomeMark({ outcome }: { readonly outcome: string }) {
  return <span className={`outcome ${outcomeTone(outcome)}`}>{outcome}</span>;
}
