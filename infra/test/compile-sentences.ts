import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const config = fileURLToPath(new URL('../tsconfig.json', import.meta.url));
const snippet = fileURLToPath(new URL('../src/snippet.ts', import.meta.url));
const imports = `
import { notifyCustomer } from '@order-workflow/notify';
import { processPayment, refundPayment } from '@order-workflow/payment';
import { cancelShipment, shipOrder } from '@order-workflow/shipping';
import { validateOrder } from '@order-workflow/validate';
import { receive } from './composition/workflow.ts';
`;

/** What the compiler says of a text that it marks. */
export interface CompilerFinding {
  readonly at: string;
  readonly says: readonly string[];
}

/** Compiles all sentences at once, each in a file of its own; what is said of each, with the text that is marked. */
export function compileSentences(sentences: readonly string[]): readonly (readonly CompilerFinding[])[] {
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
