import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * What the compiler says to somebody who puts stages where they cannot stand. `@ts-expect-error` would be content with any
 * message, also with one about the inside of a schema.
 */

const config = fileURLToPath(new URL('../tsconfig.json', import.meta.url));
const snippet = fileURLToPath(new URL('../src/snippet.ts', import.meta.url));
const imports = `
import { notifyCustomer } from '@order-workflow/notify';
import { processPayment, refundPayment } from '@order-workflow/payment';
import { cancelShipment, shipOrder } from '@order-workflow/shipping';
import { validateOrder } from '@order-workflow/validate';
import { receive } from './composition/workflow.ts';
`;

/** Compiles all sentences at once, each in a file of its own; what is said of each, with the text that is marked. */
function compile(sentences: readonly string[]): readonly { readonly at: string; readonly says: readonly string[] }[][] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile).config,
    ts.sys,
    fileURLToPath(new URL('..', import.meta.url)),
  );
  const texts = new Map(sentences.map((text, index) => [`${snippet.slice(0, -3)}-${index}.ts`, `${imports}${text}\n`]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  const program = ts.createProgram([...texts.keys()], { ...options, noEmit: true, noUnusedLocals: false }, host);
  return [...texts].map(([name, text]) =>
    program.getSemanticDiagnostics(program.getSourceFile(name)).map(({ start = 0, length = 0, messageText }) => ({
      at: text.slice(start, start + length),
      says: ts.flattenDiagnosticMessageText(messageText, '\n').split('\n'),
    })),
  );
}

const [right, shippingFirst, paymentFirst, greedyUndo, greedyNotice] = compile([
  'receive(validateOrder).next(processPayment, { undo: refundPayment }).next(shipOrder, { undo: cancelShipment }).tell(notifyCustomer);',
  'receive(validateOrder).next(shipOrder, { undo: cancelShipment });',
  'receive(processPayment);',
  'receive(validateOrder).next(processPayment, { undo: shipOrder });',
  'receive(validateOrder).next(processPayment).tell(shipOrder);',
]);

describe('the compiler', () => {
  it('says nothing of the workflow as it stands', () => {
    expect(right).toEqual([]);
  });

  it.each([
    ['a stage before the one whose receipt it reads', shippingFirst, 'shipOrder', 'payment'],
    ['a first stage that needs an order that was read', paymentFirst, 'processPayment', 'validation'],
  ])('marks %s, and names what is missing', (_, found, marked, missing) => {
    expect(found?.[0]).toMatchObject({ at: marked });
    expect(found?.[0]?.says.at(-1)?.trim()).toMatch(
      new RegExp(`^Property '${missing}' is missing in type '.*' but required`),
    );
  });

  it('marks the undo, not its stage, where the undo counts on a receipt that may not be there', () => {
    expect(greedyUndo).toHaveLength(1);
    expect(greedyUndo?.[0]).toMatchObject({ at: 'undo' });
    expect(greedyUndo?.[0]?.says.slice(-2).map((line) => line.trim())).toEqual([
      expect.stringMatching(/^Type '.*\{ chargeId: .* \| undefined' is not assignable to type '\{ amount: \{.*\}'/),
      "Type 'undefined' is not assignable to type '{ amount: { amount: number; currency: string; }; }'.",
    ]);
  });

  it('marks a notice that counts on an order that went well', () => {
    expect(greedyNotice?.[0]).toMatchObject({ at: 'shipOrder' });
    expect(greedyNotice?.[0]?.says.join(' ')).toContain("'undefined' is not assignable");
  });
});
