import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { OrderApiStack } from '../src/order-api-stack.ts';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';
import { workflowType } from '../src/policy/workflow-type.ts';
import { apiStackName, deploymentEnvironment, stackName, yesOrNo } from '../src/settings/deployment-environment.ts';

const app = new App();
const environment = deploymentEnvironment(app.node.tryGetContext('stage'), app.node.tryGetContext('gradual'));
const type = workflowType(app.node.tryGetContext('workflowType'));
// `--context computedAlarms=false` is for emulators of AWS, which know no metric math.
const computedAlarms = yesOrNo('computedAlarms', app.node.tryGetContext('computedAlarms') ?? true);
// `--context catalogTable=true` keeps the products in a table, and not in the function of Validate Order.
const optionalTables = yesOrNo('catalogTable', app.node.tryGetContext('catalogTable') ?? false) ? ['catalog'] : [];
// What a deployment will set the parameters to, as JSON: see bin/deployment.ts.
const settings = JSON.parse(app.node.tryGetContext('settings') ?? '{}');
// The template keeps its name whatever the environment; the stack does not, so that both can stand in one account.
const workflow = new OrderWorkflowStack(app, 'OrderWorkflow', {
  environment,
  type,
  computedAlarms,
  optionalTables,
  settings,
  stackName: stackName(environment),
});
// `--context orderApi=false` leaves the front door out, as a deployment does that has not asked for it.
if (yesOrNo('orderApi', app.node.tryGetContext('orderApi') ?? true)) {
  const { orders, operations } = workflow;
  new OrderApiStack(app, 'OrderApi', { orders, operations, environment, stackName: apiStackName(environment) });
}
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
