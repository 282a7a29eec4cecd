/**
 * What draws nothing, turns the reading direction or breaks a line: control and format characters (but the two joiners that
 * scripts and emoji need), separators, lone surrogates, and fillers that look like nothing.
 */
const unseen = /(?!\u200C|\u200D)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115F\u1160\u2800\u3164\uFFA0]/gu;
const unseenButLines = /(?!\u200C|\u200D|\n|\t)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115F\u1160\u2800\u3164\uFFA0]/gu;
const nothingToSee = /^[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

export interface ReadableOptions {
  /** Characters that are shown; an ellipsis stands for the others. */
  readonly most?: number;
  /** Line breaks and tabs stay what they are. */
  readonly lines?: boolean;
}

/** Text from elsewhere as it can be shown: bounded, and what would deceive the reader written out, `\u202E`. */
export function readableText(text: string, { most = 200, lines = false }: ReadableOptions = {}): string {
  return bounded(text, most).replace(lines ? unseenButLines : unseen, escaped);
}

/** Whether a reader would see nothing. */
export function isBlank(text: string): boolean {
  return nothingToSee.test(text);
}

/** The first characters of a text, without cutting one in two. */
function bounded(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`;
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
