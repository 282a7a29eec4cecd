// Deploys, compares and destroys the stack: `pnpm deploy`, `pnpm diff`, `pnpm destroy`.
import { fileURLToPath } from 'node:url';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { openAdoption } from '../src/deployment/adoption/open-adoption.ts';
import { readSecret } from '../src/deployment/adoption/read-secret.ts';
import { withTemplate } from '../src/deployment/adoption/with-template.ts';
import { cloudFormationStacks } from '../src/deployment/cloud-formation-stacks.ts';
import { CloudUnavailable } from '../src/deployment/describe-cloud-failure.ts';
import { DeploymentRefused, parseDeploymentCommand } from '../src/deployment/parse-deployment-command.ts';
import { commandsIn } from '../src/deployment/run-command.ts';
import { runDeployment } from '../src/deployment/run-deployment.ts';
import { readTemplate } from '../src/deployment/synthesized-template.ts';

// The SDK for JavaScript knows the first of the two alone; the CDK and the AWS CLI know both.
const region = process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'];
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

try {
  process.exitCode = await runDeployment(parseDeploymentCommand(process.argv.slice(2)), {
    stacks: cloudFormationStacks(new CloudFormationClient(region ? { region } : {})),
    withTemplate,
    openAdoption: async ({ secret, ...orders }) => {
      const key = await readSecret(new SecretsManagerClient(region ? { region } : {}), secret);
      const progressFile = path('../../.order-workflow/adoption.json');
      return openAdoption({ ...orders, key }, { environment: process.env, progressFile, say: console.log });
    },
    run: commandsIn(path('..'), process.env),
    assembly: path('../../.order-workflow/deployment'),
    readTemplate,
    say: console.log,
  });
} catch (error) {
  if (!(error instanceof CloudUnavailable || error instanceof DeploymentRefused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
