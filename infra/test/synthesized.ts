import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { planWorkflow } from '../src/composition/plan.ts';
import { stagesOf } from '../src/composition/workflow.ts';
import { definitionOf } from '../src/diagram/state-machine-definition.ts';
import { orderCancellation } from '../src/order-cancellation.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { OrderWorkflowStack, type OrderWorkflowStackProps } from '../src/order-workflow-stack.ts';
import { longestRun } from '../src/policy/longest-run.ts';
import { timeLimits } from '../src/policy/time-limits.ts';
import { deploymentEnvironment } from '../src/settings/deployment-environment.ts';

const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'));

/** The template as it is deployed, with the feature flags of cdk.json. */
export function synthesize(props?: OrderWorkflowStackProps): Template {
  return Template.fromStack(new OrderWorkflowStack(new App({ context }), 'OrderWorkflow', props));
}

/** As `dev`. */
export const template = synthesize();

/** As `prod`. */
export const prod = synthesize({ environment: deploymentEnvironment('prod') });

const { executionSeconds: expressSeconds = 0 } = timeLimits.EXPRESS;

/** As Express; undefined when stages were added that take longer together than Express gives: such a workflow is refused. */
export const express =
  longestRun(planWorkflow(orderWorkflow, { awaiting: false }), timeLimits.EXPRESS) < expressSeconds
    ? synthesize({ type: 'EXPRESS' })
    : undefined;

/** The definition of `dev`, with references left as `?`. */
export const definition = definitionOf(template.toJSON());

/** The same of the machine that cancels orders. */
export const cancelling = definitionOf(template.toJSON(), 'cancellation');

/** Every stage of the workflow, undos and notice among them, and the one with which a cancellation begins. */
export const stages = [...stagesOf(orderWorkflow), orderCancellation.takeOver];
