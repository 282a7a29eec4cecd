/** What was asked for cannot be taken away; the message says why, and what is expected. */
export class StageNotRemoved extends Error {
  override readonly name = 'StageNotRemoved';
}

/**
 * Takes the stages of a package out of the sentence of a workflow (`infra/src/order-workflow.ts`), with what undoes them, and their
 * import. A sentence without them stays as it is.
 *
 * @throws StageNotRemoved when the first or the last stage is among them: without it there is no sentence
 */
export function takeOutStage(source: string, packageName: string): string {
  const imported = new RegExp(String.raw`^import \{([^}]*)\} from '${packageName}';\n`, 'm');
  const found = imported.exec(source);
  if (!found) return source;
  const names = new Set(found[1]?.split(',').map((name) => name.trim()));
  const [, end] = /\.tell\(\s*(\w+)/.exec(source) ?? [];
  const [, begin] = /\breceive\(\s*(\w+)/.exec(source) ?? [];
  for (const [name, place] of [
    [begin, 'first'],
    [end, 'last'],
  ])
    if (name !== undefined && names.has(name))
      throw new StageNotRemoved(
        `${name} is the ${place} stage of the sentence, which needs one: put another in its place`,
      );
  return source
    .replace(imported, '')
    .replaceAll(/\s*\.next\(\s*(\w+)[^()]*\)/g, (stage, name: string) => (names.has(name) ? '' : stage));
}
