import type { Surroundings } from '../expression/evaluation-context.ts';
import { SyntaxProblem } from '../expression/syntax-problem.ts';
import { runtimeFailure, type StateFailure } from '../failure/state-failure.ts';
import { compileIntrinsic, type VariableSink } from '../intrinsics/compile-intrinsic.ts';
import { IntrinsicFailure } from '../intrinsics/intrinsic-failure.ts';
import { setMember } from '../json/copy-json.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { compilePath } from '../jsonpath/compile-path.ts';
import { PathNotFound } from '../jsonpath/path-not-found.ts';

/** A compiled Payload Template (spec, "Payload Template"). Throws StateFailure. */
export type PayloadTemplate = (input: Json, around: Surroundings) => Json;

/** Compiles Parameters, ResultSelector, ItemSelector and the like: every field named `….$` is a path or an intrinsic function. */
export function compilePayloadTemplate(template: Json, onVariable: VariableSink = () => {}): PayloadTemplate {
  return compile(template, onVariable) ?? (() => template);
}

// undefined: the template has no dynamic part and stands for itself.
function compile(template: Json, onVariable: VariableSink): PayloadTemplate | undefined {
  if (Array.isArray(template)) return compileArray(template, onVariable);
  return isJsonObject(template) ? compileObject(template, onVariable) : undefined;
}

function compileArray(template: readonly Json[], onVariable: VariableSink): PayloadTemplate | undefined {
  const items = template.map((item) => compile(item, onVariable));
  if (items.every((item) => item === undefined)) return undefined;
  return (input, around) => template.map((item, index) => items[index]?.(input, around) ?? item);
}

interface Member {
  readonly name: string;
  readonly fixed: Json;
  readonly dynamic: PayloadTemplate | undefined;
}

function compileObject(
  template: { readonly [name: string]: Json },
  onVariable: VariableSink,
): PayloadTemplate | undefined {
  const members = Object.entries(template).map(([name, value]): Member => {
    if (!name.endsWith('.$')) return { name, fixed: value, dynamic: compile(value, onVariable) };
    return { name: name.slice(0, -2), fixed: null, dynamic: compileField(name, value, onVariable) };
  });
  if (members.every(({ dynamic }) => dynamic === undefined)) return undefined;
  return (input, around) => {
    const object: Record<string, Json> = {};
    for (const { name, fixed, dynamic } of members) {
      const value = dynamic ? dynamic(input, around) : fixed;
      if (name === '__proto__') setMember(object, name, value);
      else object[name] = value;
    }
    return object;
  };
}

function compileField(name: string, value: Json, onVariable: VariableSink): PayloadTemplate {
  const problem = `The value for the field '${name}' must be a valid JSONPath or a valid intrinsic function call`;
  if (typeof value !== 'string') throw new SyntaxProblem(problem);
  try {
    return value.startsWith('$') ? readPath(name, value, onVariable) : callIntrinsic(value, onVariable);
  } catch (reason) {
    throw reason instanceof SyntaxProblem ? new SyntaxProblem(`${problem}: ${reason.message}`) : reason;
  }
}

function readPath(field: string, text: string, onVariable: VariableSink): PayloadTemplate {
  const path = compilePath(text);
  if (path.variable !== undefined) onVariable(path.variable);
  return (input, around) => {
    const value = path.read(input, around);
    if (value === undefined) throw pathFailure(text, field, input, around);
    return value;
  };
}

function callIntrinsic(text: string, onVariable: VariableSink): PayloadTemplate {
  const call = compileIntrinsic(text, onVariable);
  return (input, around) => {
    try {
      return call(input, around);
    } catch (problem) {
      if (problem instanceof IntrinsicFailure) throw runtimeFailure(problem.message, 'States.IntrinsicFailure');
      if (problem instanceof PathNotFound) throw pathFailure(problem.path, text, input, around);
      throw problem;
    }
  };
}

/** The failure of a path that leads nowhere, in AWS's words; a context path was looked for in the context object. */
export function pathFailure(path: string, field: string, input: Json, around: Surroundings): StateFailure {
  const document = path.startsWith('$$') ? around.contextObject() : input;
  return runtimeFailure(
    `The JSONPath '${path}' specified for the field '${field}' could not be found in the input '${JSON.stringify(document)}'`,
  );
}
