/** A clock that goes only when it is told. */
export function aClock(start = Date.UTC(2026, 2, 2, 10)) {
  let now = start;
  return {
    now: () => now,
    advance(milliseconds: number) {
      now += milliseconds;
    },
  };
}
