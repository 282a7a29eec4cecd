/** The first TypeScript that a document shows, if it shows any. */
export function firstCodeBlock(markdown: string): string | undefined {
  return /^```ts\n(?<code>[\s\S]*?)^```$/m.exec(markdown)?.groups?.['code'];
}
