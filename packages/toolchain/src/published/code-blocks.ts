/** The first TypeScript that a document shows, if it shows any. */
export function firstCodeBlock(markdown: string): string | undefined {
  return /^```ts\n(?<code>[\s\S]*?)^```$/m.exec(markdown)?.groups?.['code'];
}

/** All TypeScript that a document shows, piece by piece. */
export function codeBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```ts\n(?<code>[\s\S]*?)^```$/gm)].map(({ groups }) => groups?.['code'] ?? '');
}
