import { describe, expect, it } from 'vitest';
import { lostName, withoutErrorNames } from './without-error-names.ts';

const end = (outcome: string, stage?: string) => ({
  status: 'SUCCEEDED',
  outcome,
  record: { outcome, ...(stage && { failure: { stage, error: 'Refused', cause: 'No.' } }) },
});

describe(withoutErrorNames, () => {
  it('leaves an order alone that met no error', () => {
    expect(withoutErrorNames(end('fulfilled'))).toEqual(end('fulfilled'));
  });

  it('lets a rejected order fail where it was rejected', () => {
    expect(withoutErrorNames(end('rejected', 'validation'))).toEqual({
      status: 'FAILED',
      error: lostName,
      message: 'No.',
    });
  });

  it('lets a declined payment be made sure of', () => {
    expect(withoutErrorNames(end('declined', 'payment'))).toMatchObject({
      outcome: 'refunded',
      record: { failure: { error: lostName }, outcome: 'refunded', refund: { status: 'nothing-held' } },
    });
  });

  it('lets a refused parcel be made sure of', () => {
    expect(withoutErrorNames(end('refunded', 'shipment'))).toMatchObject({
      outcome: 'refunded',
      record: { failure: { error: lostName }, cancellation: { status: 'never-booked' } },
    });
  });
});
