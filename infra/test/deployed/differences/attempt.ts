/** What a call answers, or the error that refuses it: probes are interested in both. */
export async function attempt<T>(call: () => Promise<T>): Promise<{ answer?: T; refused?: string }> {
  try {
    return { answer: await call() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { refused: `${error.name}: ${error.message}`.slice(0, 120) };
  }
}
