import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { applyMutant, MutantRotten } from './apply-mutant.ts';
import type { Mutant } from './mutant.ts';
import { drop, type Operator, replace, swap } from './operators.ts';
import type { CodePlace } from './places.ts';
import { readModules } from './read-modules.ts';

const source = `import { z, ask } from 'somewhere';

/** Holds 'refunded', and const amount. */
export async function settle(input: Input): Promise<Receipt> {
  const { token, first, second } = input;
  const undo = first.undo ?? second.undo;
  const body = { key: 'a', amount: first.total, ...(token !== undefined && { token }) };
  if (first.known) return undo;
  switch (await ask('settle', body)) {
    case 'done':
      return { status: 'refunded', amount: first.total };
    default:
      return new Failure(\`still \${first.status}\`);
  }
}

class Failure {
  readonly name = 'Failure';
  readonly codes = ['one', 'two'];
  tell(input: Input) {
    return input.second ? z(input) : undefined;
  }
}
`;

const mutant = (at: CodePlace, operator: Operator, exported = 'settle'): Mutant => ({
  name: 'x',
  breaks: 'one charge, one shipment',
  in: exported,
  at,
  operator,
});
const applied = (at: CodePlace, operator: Operator) =>
  applyMutant(mutant(at, operator), () => [{ file: 'settle.ts', source }]).source;
const withoutSpace = (text: string) => text.replace(/\s+/g, '');

describe(applyMutant, () => {
  it.each<[CodePlace, Operator, string, string]>([
    ['const undo', swap, 'first.undo ?? second.undo', 'second.undo ?? first.undo'],
    ['const undo > use second', replace('first'), 'second.undo', 'first.undo'],
    ['condition known', replace((known) => `!${known}`), 'if (first.known)', 'if (!first.known)'],
    ['condition token', replace('token'), 'token !== undefined', 'token'],
    ['spread token', drop, ', ...(token !== undefined && { token })', ''],
    ['const body > property key', drop, "key: 'a',", ''],
    ['const body > property amount', replace((total) => `-${total}`), 'first.total', '-first.total'],
    ['argument 1 of ask', replace("'give'"), "'settle'", "'give'"],
    ['argument 2 of ask', drop, "('settle', body)", "('settle')"],
    ['call z', replace('input'), 'z(input)', 'input'],
    ['function tell > condition second', replace('!input'), 'return input.second', 'return !input'],
    ['case done > use total', replace('0'), "'refunded', amount: first.total", "'refunded', amount: 0"],
    ['literal refunded', replace("'kept'"), "status: 'refunded'", "status: 'kept'"],
    ['default > return', replace('undo'), 'new Failure(`still ${first.status}`)', 'undo'],
    ['return status > property status', drop, "status: 'refunded',", ''],
    ['template status', replace("''"), '`still ${first.status}`', "''"],
    ['property name', replace((name) => `${name}.slice(1)`), "'Failure'", "'Failure'.slice(1)"],
    ['literal two', drop, ", 'two'", ''],
    ['literal one', drop, "'one',", ''],
    ['if known', drop, 'if (first.known) return undo;', ''],
  ])('breaks what stands at "%s", and nothing else', (at, operator, was, becomes) => {
    expect(withoutSpace(applied(at, operator))).toBe(withoutSpace(source.replace(was, () => becomes)));
  });

  it('finds a module by what it exports, in whatever folder and package it stands', () => {
    const repository = mkdtempSync(join(tmpdir(), 'order-workflow-modules-'));
    onTestFinished(() => rmSync(repository, { recursive: true }));
    const file = 'packages/kit/src/deep/other-name.ts';
    mkdirSync(dirname(join(repository, file)), { recursive: true });
    writeFileSync(join(repository, file), source);
    writeFileSync(join(repository, 'packages/kit/src/settle.test.ts'), source);
    expect(applyMutant(mutant('literal refunded', replace("'kept'")), readModules(repository)).file).toBe(file);
  });

  it.each<[string, CodePlace, Operator, string, RegExp]>([
    [
      'a module that is not there',
      'const undo',
      swap,
      'pay',
      /"x" \(in pay, at "const undo"\): no module exports pay$/,
    ],
    [
      'a place that is not there',
      'const redo',
      swap,
      'settle',
      /"const redo".* stands 0 times in settle.ts, expected exactly once/,
    ],
    ['a place that is there twice', 'property amount', drop, 'settle', /stands 2 times in settle.ts, settle.ts/],
    [
      'what changes nothing',
      'property key',
      replace("/* as before */ 'a'"),
      'settle',
      /settle.ts does the same with it as without/,
    ],
    ['what does not parse', 'property key', replace('('), 'settle', /it does not parse: /],
    [
      'a name that is not there',
      'property key',
      replace('tokn + Math.E'),
      'settle',
      /nothing is called tokn in settle.ts/,
    ],
  ])('refuses %s, and says which mutant it is', (_, at, operator, exported, message) => {
    const apply = () =>
      applyMutant(mutant(at, operator, exported), (name) => (name === 'settle' ? [{ file: 'settle.ts', source }] : []));
    expect(apply).toThrow(MutantRotten);
    expect(apply).toThrow(message);
  });

  it('names the kinds of places to who asks for another', () => {
    expect(() => applied('sentence refunded' as CodePlace, drop)).toThrow(
      /"sentence refunded" is no place, expected one of function, const, /,
    );
  });
});
