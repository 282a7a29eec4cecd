/** The types of Step Functions workflows. https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html */
export type WorkflowType = 'STANDARD' | 'EXPRESS';

/**
 * The type that `--context workflowType=EXPRESS` names; Standard unless given.
 *
 * @throws TypeError that names what was given and what there is
 */
export function workflowType(given: unknown = 'STANDARD'): WorkflowType {
  if (given === 'STANDARD' || given === 'EXPRESS') return given;
  throw new TypeError(`context workflowType: given ${JSON.stringify(given)}, expected STANDARD or EXPRESS`);
}
