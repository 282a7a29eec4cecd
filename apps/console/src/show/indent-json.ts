/** JSON with line breaks; undefined when it is no JSON. */
export function indentJson(json: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return undefined;
  }
}
