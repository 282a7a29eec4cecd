import { describe, expect, it } from 'vitest';
import { synthesize, template } from './synthesized.ts';

function versions(settings: Record<string, string>): string[] {
  const given = Object.keys(settings).length > 0 ? synthesize({ settings }) : template;
  return Object.keys(given.findResources('AWS::Lambda::Version'));
}

/** Names of the functions of which a deployment publishes a new version. */
function published(before: Record<string, string>, after: Record<string, string>): string[] {
  const old = new Set(versions(before));
  return versions(after)
    .filter((id) => !old.has(id))
    .map((id) => /^Orders(.*)CurrentVersion/.exec(id)?.[1] ?? id);
}

describe('a setting that is changed', () => {
  it('publishes the functions that read it (regression: the alias kept calling the old environment)', () => {
    expect(published({}, { PaymentGatewayUrl: 'https://gateway.example' })).toEqual([
      'ProcessPaymentFunction',
      'RefundPaymentFunction',
    ]);
  });

  it('publishes nothing when it stays, or is as empty as before', () => {
    const settings = { PaymentGatewayUrl: 'https://gateway.example' };
    expect(published(settings, settings)).toEqual([]);
    expect(published({}, { PaymentGatewayUrl: '' })).toEqual([]);
  });
});
