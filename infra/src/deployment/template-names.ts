/** Whatever a part of a template may name of it: a string too many does no harm, since only what is there is looked for. */
export function namesIn(part: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (typeof part === 'string') {
    names.add(part.split('.')[0] ?? '');
    for (const [, name = ''] of part.matchAll(/\$\{(\w+)/g)) names.add(name);
  } else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) namesIn(inner, names);
  return names;
}
