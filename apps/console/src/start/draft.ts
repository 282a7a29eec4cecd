import { exampleOrders } from '../order/example-orders.ts';

/** What stands in the form. */
export interface Draft {
  /** JSON, or what is to become it. */
  readonly text: string;
  /** Empty: the execution is named after the order. */
  readonly name: string;
}

const key = 'order-workflow-draft';

/** The draft that was left in this tab, else the sample order. */
export function readDraft(): Draft {
  try {
    const { text, name } = JSON.parse(sessionStorage.getItem(key) ?? '') as Partial<Draft>;
    if (typeof text === 'string' && typeof name === 'string') return { text, name };
  } catch {
    // Nothing was left, or it is damaged.
  }
  return { text: orderText(exampleOrders[0].order), name: '' };
}

/** Keeps the draft while the tab is open, so that nothing is lost on a look at another view. */
export function keepDraft(draft: Draft): void {
  sessionStorage.setItem(key, JSON.stringify(draft));
}

export function orderText(order: object): string {
  return JSON.stringify(order, undefined, 2);
}
