import type { EvaluationContext } from '../expression/evaluation-context.ts';
import { SyntaxProblem } from '../expression/syntax-problem.ts';
import { runtimeFailure } from '../failure/state-failure.ts';
import { compileIntrinsic } from '../intrinsics/compile-intrinsic.ts';
import { IntrinsicFailure } from '../intrinsics/intrinsic-function.ts';
import { setMember } from '../json/copy-json.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { compilePath } from '../jsonpath/compile-path.ts';
import { argumentFailure, PathNotFound, pathFailure } from '../jsonpath/path-failure.ts';

/** A compiled Payload Template (spec, "Payload Template"). Throws StateFailure. */
export type PayloadTemplate = (input: Json, context: EvaluationContext) => Json;

/** Compiles Parameters, ResultSelector, ItemSelector and the like: every field named `….$` is a path or an intrinsic function. */
export function compilePayloadTemplate(template: Json): PayloadTemplate {
  return compile(template) ?? (() => template);
}

// undefined: the template has no dynamic part and stands for itself.
function compile(template: Json): PayloadTemplate | undefined {
  if (Array.isArray(template)) return compileArray(template);
  return isJsonObject(template) ? compileObject(template) : undefined;
}

function compileArray(template: readonly Json[]): PayloadTemplate | undefined {
  const items = template.map((item) => compile(item));
  if (items.every((item) => item === undefined)) return undefined;
  return (input, context) => template.map((item, index) => items[index]?.(input, context) ?? item);
}

interface Member {
  readonly name: string;
  readonly fixed: Json;
  readonly dynamic: PayloadTemplate | undefined;
}

function compileObject(template: { readonly [name: string]: Json }): PayloadTemplate | undefined {
  for (const name of Object.keys(template))
    if (Object.hasOwn(template, `${name}.$`))
      throw new SyntaxProblem(`The field '${name}' stands beside '${name}.$'; keep one of them`);
  const members = Object.entries(template).map(([name, value]): Member => {
    if (!name.endsWith('.$')) return { name, fixed: value, dynamic: compile(value) };
    return { name: name.slice(0, -2), fixed: null, dynamic: compileField(name, value) };
  });
  if (members.every(({ dynamic }) => dynamic === undefined)) return undefined;
  return (input, context) => {
    const object: Record<string, Json> = {};
    for (const { name, fixed, dynamic } of members) {
      const value = dynamic ? dynamic(input, context) : fixed;
      if (name === '__proto__') setMember(object, name, value);
      else object[name] = value;
    }
    return object;
  };
}

function compileField(name: string, value: Json): PayloadTemplate {
  const problem = `The value for the field '${name}' must be a valid JSONPath or a valid intrinsic function call`;
  if (typeof value !== 'string') throw new SyntaxProblem(problem);
  try {
    return value.startsWith('$') ? readPath(name, value) : callIntrinsic(value);
  } catch (reason) {
    throw reason instanceof SyntaxProblem ? new SyntaxProblem(`${problem}: ${reason.message}`) : reason;
  }
}

function readPath(field: string, text: string): PayloadTemplate {
  const path = compilePath(text);
  return (input, context) => {
    const value = path.read(input, context);
    if (value === undefined) throw pathFailure(text, field, input, context);
    return value;
  };
}

function callIntrinsic(text: string): PayloadTemplate {
  const call = compileIntrinsic(text);
  return (input, context) => {
    try {
      return call(input, context);
    } catch (problem) {
      if (problem instanceof IntrinsicFailure) throw runtimeFailure(problem.message);
      if (problem instanceof PathNotFound) throw argumentFailure(problem.path, input, context);
      throw problem;
    }
  };
}
