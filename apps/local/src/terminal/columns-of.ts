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
