/**
 * A definition's text with `${Name}` replaced, as CloudFormation's DefinitionSubstitutions do. Throws Error when one is not given.
 */
export function substitute(text: string, substitutions: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\$\{([A-Za-z0-9_.:]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(substitutions, name) ? substitutions[name] : undefined;
    if (value !== undefined) return JSON.stringify(String(value)).slice(1, -1);
    throw new Error(`The definition needs '${name}': give it in substitutions, beside ${Object.keys(substitutions)}.`);
  });
}
