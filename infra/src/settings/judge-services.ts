/** What is known of the services that move money and parcels, when a workflow is deployed. */
export interface ServicesGiven {
  /** Whether the address of each is given, by the setting's name. A stage without one simulates its service. */
  readonly addresses: Readonly<Record<string, boolean>>;
  /** Whether customers depend on it. */
  readonly prod: boolean;
  /** Whether somebody has said that the services are to be simulated. */
  readonly simulated: boolean;
}

/**
 * Why these services cannot go together, without what to do about it; undefined when they can. An order that is charged for
 * real and shipped in play is worse than either, so one service without the other is refused everywhere.
 */
export function judgeServices({ addresses, prod, simulated }: ServicesGiven): string | undefined {
  const given = Object.keys(addresses).filter((name) => addresses[name]);
  const missing = Object.keys(addresses).filter((name) => !addresses[name]);
  if (given.length > 0 && missing.length > 0)
    return `${listed(given)} given and ${listed(missing)} not: orders would be real in one and simulated in the other`;
  if (given.length > 0 && simulated) return `${listed(given)} given, and yet the services are said to be simulated`;
  if (missing.length > 0 && prod && !simulated)
    return `${listed(missing)} not given: in prod customers would be told of payments and parcels that are simulated`;
  return undefined;
}

function listed(names: readonly string[]): string {
  return `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'}`;
}
