/** A command that a document shows, without what stands after it as a comment. */
export interface ShownCommand {
  readonly command: string;
  readonly line: number;
}

const programs =
  /^(?:[A-Z_]+=\S+ )*(?:pnpm|npx|npm|node|aws|cdk|git|docker|curl|turbo|asl-engine|pip|python3?|java|mvn)(?:$|\s)/;

/** The languages of blocks that are typed; a block of any other shows code or output. */
const typed = new Set(['', 'sh', 'bash', 'console']);

/** Every command in a document of Markdown, in the order in which it is read: lines of blocks, and `spans` of text. */
export function commandsIn(markdown: string): readonly ShownCommand[] {
  const found: ShownCommand[] = [];
  const add = (text: string, line: number) => {
    const command = text
      .replace(/^\$ /, '')
      .replace(/\s+# .*$/, '')
      .trim();
    if (programs.test(command)) found.push({ command, line });
  };
  let fence: string | undefined;
  const lines = markdown.split('\n');
  for (const [index, text] of lines.entries()) {
    const [, language] = /^\s*```(\S*)/.exec(text) ?? [];
    if (language !== undefined) fence = fence === undefined ? language : undefined;
    else if (fence !== undefined) typed.has(fence) && add(text, index + 1);
    // A span may begin in one line and end in the next.
    else
      for (const [, span = ''] of `${text} ${nextProse(lines[index + 1])}`.matchAll(/`([^`]+)`/g))
        if (text.includes(`\`${span.split(' ')[0]}`)) add(span, index + 1);
  }
  return found.filter(({ command }) => command.includes(' '));
}

function nextProse(line = ''): string {
  return line.startsWith('```') ? '' : line;
}
