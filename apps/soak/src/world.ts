import fc from 'fast-check';

/** How gateway and carrier are in a schedule. Milliseconds. */
export interface World {
  /** By how much their clocks are ahead of Step Functions', or behind. */
  readonly gatewayAheadMs: number;
  readonly carrierAheadMs: number;
  /** How late at most lands what is accepted, or on its way. */
  readonly landsWithinMs: number;
  /** How old is what a query by key finds. */
  readonly readsLagMs: number;
}

const second = 1_000;
const hour = 3_600 * second;

/** What lands latest. */
export const latestLandingMs = 30 * hour;
/** Shorter than any key is replayed. */
export const longestLagMs = hour;

const ahead = fc.oneof(fc.constant(0), fc.constantFrom(-24 * hour, -hour, -11 * second, 11 * second, hour, 24 * hour));

export const worlds: fc.Arbitrary<World> = fc.record({
  gatewayAheadMs: ahead,
  carrierAheadMs: ahead,
  landsWithinMs: fc.oneof(
    { weight: 2, arbitrary: fc.constant(5 * second) },
    { weight: 1, arbitrary: fc.constantFrom(10 * 60 * second, 5 * hour, latestLandingMs) },
  ),
  readsLagMs: fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(3 * second, 60 * second, longestLagMs) },
  ),
});

/** How late one thing lands: from a second to the world's most, each length as likely as another ten times as long. */
export function landingMs({ landsWithinMs }: World, random: () => number): number {
  return Math.round(second * (landsWithinMs / second) ** random());
}
