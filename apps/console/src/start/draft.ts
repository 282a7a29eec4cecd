import { exampleGroups } from '../order/example-orders.generated.ts';
import { readStored, store } from '../storage/stored.ts';

/** What stands in the form. */
export interface Draft {
  /** JSON, or what is to become it. */
  readonly text: string;
  /** Empty: the execution is named after the order. */
  readonly name: string;
}

const key = 'order-workflow-draft';

/** Characters of a text that is looked at, and kept: several times what an execution takes. */
export const mostCharacters = 1_000_000;

/** The draft that was left in this tab, else the sample order. */
export function readDraft(): Draft {
  try {
    const { text, name } = JSON.parse(readStored('sessionStorage', key) ?? '') as Partial<Draft>;
    if (typeof text === 'string' && typeof name === 'string') return { text, name };
  } catch {
    // Nothing was left, or it is damaged.
  }
  return { text: exampleGroups[0]?.orders[0]?.text ?? '{}', name: '' };
}

/** Keeps the draft while the tab is open, so that nothing is lost on a look at another view. Not one that no order can be. */
export function keepDraft(draft: Draft): void {
  const isTooLong = draft.text.length + draft.name.length > mostCharacters;
  store('sessionStorage', key, isTooLong ? undefined : JSON.stringify(draft));
}

/** Forgets the name that was chosen for an execution: it is of that one order. */
export function forgetName(): void {
  keepDraft({ ...readDraft(), name: '' });
}
