import type { SeenTo } from './money-without-parcel.ts';

/** What the gateway's and the carrier's own books have of an order. Amounts are minor units. */
export interface OrderBooks {
  readonly held: number;
  /** Of that, what the gateway is giving back. */
  readonly refunding: number;
  /** Parcels that stand. */
  readonly parcels: number;
}

/** Whether money and parcel agree, in a sentence for the people at the desk. */
export interface Verdict {
  readonly tone: 'good' | 'run' | 'warn' | 'bad';
  readonly words: string;
}

/** @param fulfilled whether an attempt at the order ended so: then it may have cost nothing */
export function judgeBooks({ held, refunding, parcels }: OrderBooks, seenTo: SeenTo, fulfilled: boolean): Verdict {
  if (parcels > 1) return { tone: 'bad', words: `${parcels} parcels stand for this order: one is too many.` };
  if (held > 0 && parcels === 1) {
    if (refunding > 0 && seenTo !== 'under-way')
      return { tone: 'bad', words: 'The money is going back although a parcel stands.' };
    return { tone: 'good', words: 'Charged, and a parcel stands: money and parcel agree.' };
  }
  if (held > 0) return heldWithoutParcel(seenTo, refunding === held);
  if (parcels === 1)
    return fulfilled || seenTo === 'under-way'
      ? { tone: 'good', words: 'A parcel stands, and there was nothing to pay.' }
      : { tone: 'bad', words: 'A parcel stands that nobody has paid for.' };
  if (seenTo === 'under-way') return { tone: 'run', words: 'Nothing is held so far. The order is under way.' };
  if (seenTo === 'person')
    return { tone: 'warn', words: 'Nothing is held, and no parcel stands. A person must act all the same.' };
  return { tone: 'good', words: 'Nothing is held, and no parcel stands.' };
}

function heldWithoutParcel(seenTo: SeenTo, givenBack: boolean): Verdict {
  if (seenTo === 'under-way')
    return {
      tone: 'run',
      words: givenBack ? 'The money is on its way back.' : 'Charged, without a parcel so far: the order is under way.',
    };
  if (seenTo === 'person')
    return {
      tone: 'bad',
      words: 'Money is held without a parcel, and a person must act: redrive the execution, or cancel the order.',
    };
  return { tone: 'bad', words: 'Money is held without a parcel, and nothing works on it: cancel the order.' };
}
