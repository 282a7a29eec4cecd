/** A value as AWS JSON 1.0 writes it: dates in seconds since the epoch, with milliseconds as a fraction. */
export function protocolJson(value: object): string {
  return JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, written) {
    // A date has been written as text before it comes here.
    const original = this[key];
    return original instanceof Date ? original.getTime() / 1000 : written;
  });
}
