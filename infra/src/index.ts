export { planWorkflow } from './composition/plan.ts';
export { type CompleteWorkflow, receive, type Step, type WorkflowBuilder } from './composition/workflow.ts';
export type { WatchedOrders } from './observability/watched-orders.ts';
export { WorkflowWatch, type WorkflowWatchProps } from './observability/workflow-watch.ts';
export { orderWorkflow } from './order-workflow.ts';
export { OrderWorkflow, type OrderWorkflowProps } from './order-workflow-construct.ts';
export { OrderWorkflowStack } from './order-workflow-stack.ts';
export { type DeploymentEnvironment, deploymentEnvironment } from './settings/deployment-environment.ts';
