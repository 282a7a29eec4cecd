import type { Json } from '../json/json.ts';
import { placesOf } from './places.ts';

/** Which places of a machine its runs took. */
export interface Coverage {
  /** All places: states by name, and their rules as `Charge Catch[0]`, `Large? Choices[1]`, `Large? Default`, `Charge Retry[0]`. */
  readonly places: readonly string[];
  readonly missing: readonly string[];
  /** 0 to 100. */
  readonly percent: number;
  /** Throws Error, which names what is missing, when less was taken. */
  atLeast(percent: number): void;
}

/** Counts what runs take of a machine. */
export class CoverageCounter {
  readonly #places: readonly string[];
  readonly #taken = new Set<string>();

  constructor(machine: Json) {
    this.#places = placesOf(machine);
  }

  take(state: string, place: string): void {
    this.#taken.add(place === '' ? state : `${state} ${place}`);
  }

  coverage(): Coverage {
    const places = this.#places;
    const missing = places.filter((place) => !this.#taken.has(place));
    const percent = places.length === 0 ? 100 : (100 * (places.length - missing.length)) / places.length;
    return {
      places,
      missing,
      percent,
      atLeast(least) {
        if (percent < least)
          throw new Error(
            `The runs took ${percent.toFixed(1)} % of the machine, and ${least} % is expected; missing: ${missing.join(', ')}`,
          );
      },
    };
  }
}
