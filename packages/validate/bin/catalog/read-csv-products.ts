import { describeIssues } from '@order-workflow/order-domain';
import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import type { Product } from '../../src/ports/product-catalog.ts';
import { productFields } from './product-fields.ts';
import { productSchema } from './product-schema.ts';
import { atLine, type ProductsRead, repeatedSkus } from './products-read.ts';

interface CsvRow {
  readonly record: Readonly<Record<string, string>>;
  readonly info: InfoRecord;
}

/** Reads products of a CSV file: a header that names the columns, and a product a line. Whatever is wrong is said with its line. */
export function readCsvProducts(text: string): ProductsRead {
  let rows: readonly CsvRow[];
  try {
    rows = parse(text, { bom: true, columns: true, info: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return { kind: 'problems', problems: [atLine(line, { field: 'CSV', problem: error.message })] };
  }
  const expected = `expected ${productFields.names.join(', ')}, or a currency such as EUR`;
  const unknown = Object.keys(rows[0]?.record ?? {}).filter((name) => !productFields.isKnown(name));
  const problems = unknown.map((name) => atLine(1, { field: name, problem: `unknown column, ${expected}` }));
  if (rows.length === 0)
    problems.push(atLine(1, { field: 'CSV', problem: 'given no product, expected a header and a product a line' }));
  const products: Product[] = [];
  const lines: { sku: string; line: number }[] = [];
  for (const { record, info } of rows) {
    const known = Object.fromEntries(Object.entries(record).filter(([name]) => productFields.isKnown(name)));
    const given = productFields.read(known);
    const { success, data, error } = productSchema.safeParse(given);
    if (success) {
      products.push(data);
      lines.push({ sku: data.sku, line: info.lines });
    } else problems.push(...describeIssues(error.issues, given, 'product').map((one) => atLine(info.lines, one)));
  }
  problems.push(...repeatedSkus(lines));
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'products', products };
}
