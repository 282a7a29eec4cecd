import type { RecordFacts } from '../order/read-record.ts';
import { readableText } from '../show/readable-text.ts';
import { Mark } from './mark.tsx';
import { OutcomeMark } from './outcome-mark.tsx';

/** What a record tells at a glance: the outcome, and what a reader would else take for granted. */
export function RecordMarks({ record: { outcome, notTold, simulated } }: { readonly record: RecordFacts }) {
  return (
    <>
      {outcome !== undefined && <OutcomeMark outcome={outcome} />}{' '}
      {notTold && (
        <Mark tone="warn" title="The notice could not be published. It is parked, and waits to be sent again.">
          customer not told
        </Mark>
      )}{' '}
      {simulated && (
        <Mark tone="warn" title={`Nothing of this is real: ${simulated.map((key) => readableText(key)).join(', ')}`}>
          SIMULATED
        </Mark>
      )}
    </>
  );
}
