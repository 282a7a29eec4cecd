/**
 * A definition in which no Retry has more tries than so many after the first. An undo is tried more than a thousand times: where
 * only that matters which comes after them, it is the same after a few.
 */
export function withFewTries(most: number): (definition: string) => string {
  return (definition) =>
    JSON.stringify(JSON.parse(definition), (key, value) => (key === 'MaxAttempts' ? Math.min(value, most) : value));
}
