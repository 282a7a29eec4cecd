/**
 * Compiles the pattern of StringMatches: `*` stands for any characters, a backslash makes the next character plain. The match
 * takes time proportional to the lengths, whatever the pattern.
 */
export function compileStringPattern(pattern: string): (text: string) => boolean {
  const parts = splitAtStars(pattern);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return (text) => text === first;
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const part of parts.slice(1, -1)) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= text.length - last.length;
  };
}

function splitAtStars(pattern: string): string[] {
  const parts = [''];
  for (let index = 0; index < pattern.length; index++) {
    let character = pattern[index] as string;
    if (character === '*') {
      parts.push('');
      continue;
    }
    if (character === '\\' && index + 1 < pattern.length) character = pattern[++index] as string;
    parts[parts.length - 1] += character;
  }
  return parts;
}
