import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of the assembly that is run: of `ORDER_WORKFLOW_ASSEMBLY`, else the one that is synthesized in this repository. */
export function synthesizedHere(): string {
  const given = process.env['ORDER_WORKFLOW_ASSEMBLY'];
  if (given) return given;
  const infra = createRequire(import.meta.url).resolve('@order-workflow/infra/package.json');
  return join(dirname(infra), 'cdk.out');
}
