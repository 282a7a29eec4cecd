import ts from 'typescript';
import type { Mutant } from './mutant.ts';
import { findPlaces } from './places.ts';
import type { ModuleFinder, SourceModule } from './read-modules.ts';
import { unknownNames } from './unknown-names.ts';

/** The source has changed since the mutant was written, so that it is no longer clear what it breaks. */
export class MutantRotten extends Error {
  override readonly name = 'MutantRotten';

  constructor({ name, in: exported, at }: Mutant, problem: string) {
    super(`"${name}" (in ${exported}, at "${at}"): ${problem}`);
  }
}

/**
 * The mutant's module as the mutant has it.
 *
 * @throws MutantRotten when its place is nowhere or in several, or when what comes out is no other code, or cannot run
 */
export function applyMutant(mutant: Mutant, modulesOf: ModuleFinder): SourceModule {
  const modules = modulesOf(mutant.in);
  if (modules.length === 0) throw new MutantRotten(mutant, `no module exports ${mutant.in}`);
  const places = modules.flatMap((module) => placesIn(module, mutant).map((node) => ({ ...module, node })));
  const [place] = places;
  if (place === undefined || places.length > 1) {
    const looked = (place === undefined ? modules : places).map(({ file }) => file).join(', ');
    throw new MutantRotten(mutant, `it stands ${places.length} times in ${looked}, expected exactly once`);
  }
  const { file, source, node } = place;
  const { from, to, text } = mutant.operator(node);
  const mutated = source.slice(0, from) + text + source.slice(to);
  if (compiled(mutant, mutated) === compiledOnce(mutant, source))
    throw new MutantRotten(mutant, `${file} does the same with it as without`);
  const unknown = unknownNames(mutated, { from, to: from + text.length });
  if (unknown.length > 0) throw new MutantRotten(mutant, `nothing is called ${unknown.join(', ')} in ${file}`);
  return { file, source: mutated };
}

function placesIn({ file, source }: SourceModule, { at }: Mutant): readonly ts.Node[] {
  return findPlaces(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true), at);
}

/** What comes of modules as they are: many mutants break the same ones. */
const unbroken = new Map<string, string>();

function compiledOnce(mutant: Mutant, source: string): string {
  const known = unbroken.get(source) ?? compiled(mutant, source);
  unbroken.set(source, known);
  return known;
}

function compiled(mutant: Mutant, source: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(source, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, removeComments: true },
  });
  const [problem] = diagnostics;
  if (!problem) return outputText;
  throw new MutantRotten(mutant, `it does not parse: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`);
}
