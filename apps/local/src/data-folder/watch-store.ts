/** A store whose calls are as its own, except that `onFailure` hears what they throw before whoever called does. */
export function watchStore<Store extends object>(store: Store, onFailure: (problem: unknown) => void): Store {
  const watched = Object.entries(store).map(([name, call]) => [
    name,
    (...given: unknown[]): unknown => {
      try {
        return call(...given);
      } catch (problem) {
        onFailure(problem);
        throw problem;
      }
    },
  ]);
  return Object.fromEntries(watched);
}
