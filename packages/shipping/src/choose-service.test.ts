import { describe, expect, it } from 'vitest';
import { chooseService, heaviestParcel } from './choose-service.ts';

describe(chooseService, () => {
  it.each([
    [undefined, 100, 'Pickup'],
    [undefined, heaviestParcel + 1, 'Pickup'],
    ['DE', 0, 'Standard'],
    ['DE', heaviestParcel, 'Standard'],
    ['DE', heaviestParcel + 1, 'Freight'],
    ['FR', 100, 'Standard'],
    ['CH', 100, 'International'],
    ['GB', 100, 'International'],
    ['US', heaviestParcel, 'International'],
    ['US', heaviestParcel + 1, 'InternationalFreight'],
  ])('sends to %s what weighs %i g by %s', (country, weight, service) => {
    expect(chooseService({ country, weight })).toBe(service);
  });
});
