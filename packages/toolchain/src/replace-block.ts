/**
 * Puts generated text between `<!-- name:begin -->` and `<!-- name:end -->` of a document.
 *
 * @throws TypeError when the document has no such block
 */
export function replaceBlock(document: string, name: string, text: string): string {
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new TypeError(`the document has no block "${name}"`);
  return `${before}${begin}\n${text}\n${end}${after}`;
}

/** Puts texts between the marks of several blocks, by their names. Throws as `replaceBlock` does. */
export function replaceBlocks(document: string, texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts).reduce((before, [name, text]) => replaceBlock(before, name, text), document);
}
