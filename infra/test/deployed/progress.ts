/** Runs the parts of the proof one after another and says what came of each. */
export interface Progress {
  /** Runs a part; what it gives is said beside its title. A part that throws ends the proof. */
  part<T extends { readonly seen: string }>(title: string, run: () => Promise<T>): Promise<T>;
  note(text: string): void;
}

export function progressOn(write: (line: string) => void): Progress {
  return {
    async part(title, run) {
      const began = performance.now();
      try {
        const result = await run();
        write(`✓ ${title}: ${result.seen} (${seconds(began)})`);
        return result;
      } catch (error) {
        write(`✗ ${title} (${seconds(began)})`);
        throw error;
      }
    },
    note: write,
  };
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
