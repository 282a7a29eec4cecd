import { describe, expect, it } from 'vitest';
import { cancelledBy } from './cancelled-by.ts';

const cause =
  'The order is cancelled by execution arn:aws:states:us-east-1:000000000000:execution:Cancellations:cancel-7';

describe(cancelledBy, () => {
  it('gives the name of the execution that stopped it', () => {
    expect(cancelledBy({ error: 'OrderCancelled', cause })).toEqual({ name: 'cancel-7' });
  });

  it('knows a cancellation that does not say who it is, and nobody else who stops executions', () => {
    expect(cancelledBy({ error: 'OrderCancelled', cause: 'a person did' })).toEqual({});
    expect(cancelledBy({ error: 'OrderCancelled' })).toEqual({});
    expect(cancelledBy({ error: 'Mine', cause })).toBeUndefined();
    expect(cancelledBy({ error: null, cause: null })).toBeUndefined();
  });
});
