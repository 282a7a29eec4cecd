/** The parameters of a stack that are the address of a service. Where one is empty, its stages simulate the service. */
export function serviceParameters(parameters: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(parameters).filter((name) => name.endsWith('Url'));
}
