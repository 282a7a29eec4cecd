/** Retries that are further apart than so many seconds wait for what settles in days, as a refund does. */
const shortDelaySeconds = 900;

interface Retrier {
  readonly MaxAttempts: number;
  readonly MaxDelaySeconds?: number;
}

/**
 * A definition in which no Retry has more tries than so many after the first; one that waits for what settles in days has
 * `mostFarApart`. An undo is tried more than a thousand times: where only that matters which comes after them, it is the same after
 * a few.
 */
export function withFewTries(most: number, mostFarApart = most): (definition: string) => string {
  const few = (retrier: Retrier): Retrier => {
    const { MaxAttempts, MaxDelaySeconds = 0 } = retrier;
    return {
      ...retrier,
      MaxAttempts: Math.min(MaxAttempts, MaxDelaySeconds > shortDelaySeconds ? mostFarApart : most),
    };
  };
  return (definition) =>
    JSON.stringify(JSON.parse(definition), (key, value) => (key === 'Retry' ? value.map(few) : value));
}
