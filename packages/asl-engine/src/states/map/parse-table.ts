import type { Json } from '../../json/json.ts';

/** Reads rows of comma-separated values (RFC 4180) with any sign between the columns: a quoted field may hold it, line ends and doubled quotes. */
export function parseRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = () => {
    row.push(field);
    field = '';
  };
  const endRow = () => {
    endField();
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  for (let index = text.startsWith('\uFEFF') ? 1 : 0; index < text.length; index++) {
    const sign = text[index] as string;
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[index + 1] === '"') field += text[++index];
      else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === delimiter) endField();
    else if (sign === '\n') endRow();
    else if (sign !== '\r' || text[index + 1] !== '\n') field += sign;
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
}

/**
 * Rows as objects of texts. What a row lacks is empty, and what it has more than the header is left out (Developer Guide,
 * "ItemReader"). Without `headers` the first row has them.
 */
export function parseTable(text: string, delimiter: string, headers?: readonly string[]): Json[] {
  const rows = parseRows(text, delimiter);
  const names = headers ?? rows.shift() ?? [];
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
}
