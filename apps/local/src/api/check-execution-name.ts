import { ApiError } from './api-error.ts';

/** White space, brackets, wildcards, special and control characters, surrogates (StartExecution, "name"). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ufffe\uffff\ud800-\udfff]/;

/**
 * Checks the characters of an execution's name.
 *
 * @throws ApiError InvalidName, which says where the first forbidden one is: the name itself may name a person
 */
export function checkExecutionName(name: string): void {
  const at = name.search(forbidden);
  if (at < 0) return;
  const code = `U+${name.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
  throw new ApiError(
    'InvalidName',
    `name: its character ${at + 1} is ${code}, expected no white space, no control character and none of < > { } [ ] ? * " # % \\ ^ | ~ \` $ & , ; : /`,
  );
}
