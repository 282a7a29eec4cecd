// Java's SDK, whose names Step Functions uses, calls one member otherwise: `null` is a word of the language.
const renamed: Readonly<Record<string, string>> = { NULL: 'Nul' };

/**
 * A name of a service's API as Step Functions writes it in `aws-sdk:…` tasks: in words, each with one capital, as AWS's SDK for Java
 * has it (`DBClusterIdentifier` is `DbClusterIdentifier`, `TTL` is `Ttl`).
 */
export function sdkName(name: string): string {
  const found = renamed[name];
  if (found !== undefined) return found;
  const words = name
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([^a-z]{2,})v([0-9]+)/g, '$1 v$2 ')
    .replace(/([^A-Z]{2,})V([0-9]+)/g, '$1 V$2 ')
    .replace(/([a-z])(?=[A-Z][a-zA-Z0-9])/g, '$1 ')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([0-9])([a-zA-Z])/g, '$1 $2');
  return words
    .split(' ')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
}

/** An error of a service's model as Step Functions names it: `DBClusterNotFoundFault` is `DbClusterNotFoundException`. */
export function sdkErrorName(name: string): string {
  const stem = sdkName(name.replace(/(?:Fault|Exception)$/, ''));
  return `${stem}Exception`;
}
