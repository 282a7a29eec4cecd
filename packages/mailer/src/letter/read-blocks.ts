/** A part of a notice's text. */
export type Block =
  | { readonly kind: 'words'; readonly lines: readonly string[] }
  /** `  - what needs to change` */
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** `  2 x Espresso cup: 39.98 EUR` */
  | { readonly kind: 'table'; readonly rows: readonly { readonly label: string; readonly value: string }[] };

/**
 * Reads the parts of a text as notices are written: blank lines between paragraphs; a line behind two spaces belongs to a list
 * where a hyphen follows, else to a table, whose value stands behind the last colon. Every word of the text is in a block.
 */
export function readBlocks(text: string): readonly Block[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''))
    .flatMap(blocksOf);
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const next = blockOf(line);
    if (last?.kind === 'words' && next.kind === 'words')
      blocks.splice(-1, 1, { kind: 'words', lines: [...last.lines, ...next.lines] });
    else if (last?.kind === 'list' && next.kind === 'list')
      blocks.splice(-1, 1, { kind: 'list', items: [...last.items, ...next.items] });
    else if (last?.kind === 'table' && next.kind === 'table')
      blocks.splice(-1, 1, { kind: 'table', rows: [...last.rows, ...next.rows] });
    else blocks.push(next);
  }
  return blocks;
}

function blockOf(line: string): Block {
  const [, bullet, item] = /^ {2}(- )?(.*)$/.exec(line) ?? [];
  if (item === undefined) return { kind: 'words', lines: [line] };
  if (bullet !== undefined) return { kind: 'list', items: [item] };
  const colon = item.lastIndexOf(': ');
  if (colon === -1) return { kind: 'words', lines: [item] };
  return { kind: 'table', rows: [{ label: item.slice(0, colon), value: item.slice(colon + 2) }] };
}
