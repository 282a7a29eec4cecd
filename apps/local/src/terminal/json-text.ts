/** A value as `--json` prints it: indented where a person reads, in one line where a program does. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, process.stdout.isTTY ? 2 : 0);
}
