import { currencySchema, describeIssues } from '@order-workflow/order-domain';
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as z from 'zod/mini';
import { productSchema } from './product-schema.ts';
import { atLine, type ProductsRead, repeatedSkus } from './products-read.ts';

const documentSchema = z.strictObject({
  defaultCurrency: currencySchema,
  products: z.array(productSchema).check(z.minLength(1)),
});

/** Reads a catalog as `products.json` is one. Whatever is wrong is said with its line. */
export function readJsonProducts(text: string): ProductsRead {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error || !tree) {
    const problem = error ? printParseErrorCode(error.error) : 'nothing is written';
    return { kind: 'problems', problems: [atLine(lineAt(error?.offset ?? 0), { field: 'JSON', problem })] };
  }
  const document: unknown = JSON.parse(text);
  const { success, data, error: found } = documentSchema.safeParse(document);
  if (!success)
    return {
      kind: 'problems',
      problems: found.issues.flatMap((issue) =>
        describeIssues([issue], document, 'catalog').map((violation) =>
          atLine(lineAt(nodeAt(tree, issue.path).offset), violation),
        ),
      ),
    };
  const lines = data.products.map(({ sku }, index) => ({
    sku,
    line: lineAt(nodeAt(tree, ['products', index]).offset),
  }));
  const problems = repeatedSkus(lines);
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'products', ...data };
}

/** What stands at a path; of what is missing, what should hold it. */
function nodeAt(tree: Node, path: readonly PropertyKey[]): Node {
  for (let length = path.length; length > 0; length--) {
    const found = findNodeAtLocation(
      tree,
      path.slice(0, length).map((key) => (typeof key === 'symbol' ? '' : key)),
    );
    if (found) return found;
  }
  return tree;
}
