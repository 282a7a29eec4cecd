/**
 * How many columns there are to write in: those of a terminal, else what the environment says (COLUMNS, as POSIX has it).
 * Undefined where nobody says.
 */
export function columnsOf(
  { isTTY, columns }: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>,
  environment: NodeJS.ProcessEnv = process.env,
): number | undefined {
  if (isTTY && columns > 0) return columns;
  const said = Number(environment['COLUMNS']);
  return Number.isSafeInteger(said) && said > 0 ? said : undefined;
}

/** Whether steps can be drawn in place: on a terminal that can, where no logs of functions come between. */
export function isDrawable(
  { isTTY }: Pick<NodeJS.WriteStream, 'isTTY'>,
  { verbose }: { readonly verbose?: true },
): boolean {
  return isTTY && process.env['TERM'] !== 'dumb' && !verbose;
}
