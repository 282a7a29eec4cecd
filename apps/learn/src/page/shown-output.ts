/**
 * A command that stands alone in a block, and the block after it, which shows what it prints: all of it, or, after
 * `text without 8-20`, without these lines.
 */
const shown = /^```\n(pnpm [^\n]+)\n```\n\n(```text(?: without (\d+)-(\d+))?\n)([\s\S]*?)```$/gm;

/** A command whose output a page shows. */
export interface ShownOutput {
  readonly command: string;
  readonly output: string;
}

export function shownOutputs(page: string): readonly ShownOutput[] {
  return [...page.matchAll(shown)].map(([, command = '', , , , output = '']) => ({ command, output }));
}

/** The page with other outputs: what `print` has for a command, or what stands there where it has nothing. */
export function withOutputs(page: string, print: (command: string) => string | undefined): string {
  return page.replaceAll(shown, (block, command: string, opening: string, from: string, to: string) => {
    const printed = print(command);
    if (printed === undefined) return block;
    const lines = printed.split('\n');
    if (from !== undefined) lines.splice(Number(from) - 1, Number(to) - Number(from) + 1, '  …');
    return `\`\`\`\n${command}\n\`\`\`\n\n${opening}${lines.join('\n')}\`\`\``;
  });
}
