import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { withTemplate } from '../../src/deployment/adoption/with-template.ts';
import { cloudFormationStacks } from '../../src/deployment/cloud-formation-stacks.ts';
import { DeploymentRefused, parseDeploymentCommand } from '../../src/deployment/parse-deployment-command.ts';
import { runDeployment } from '../../src/deployment/run-deployment.ts';
import { readTemplate, type SynthesizedTemplate } from '../../src/deployment/synthesized-template.ts';
import { withoutMetricMath } from './deploy-stack.ts';
import { endThere } from './end-there.ts';
import { liveVersions } from './live-versions.ts';
import { type DeployedProof, output, repository } from './proof.ts';
import { runQuietly } from './run-quietly.ts';
import type { SimulatedServices } from './simulated-services.ts';

type Change = (template: SynthesizedTemplate) => SynthesizedTemplate;

/**
 * Releases payment alone, where shipping was changed too: the alias of the one calls a new version, all others what they called, and
 * the settings stay. Where the workflow was changed besides, that is refused, and nothing changes.
 */
export async function proveOneStage(proof: DeployedProof, { gateway }: Pick<SimulatedServices, 'gateway'>) {
  const before = await liveVersions(proof);
  const changed: Change = (template) => withNewVersions(template, ['ProcessPayment', 'ShipOrder']);
  const refused = await deployPayment(proof, (template) => withAnotherWorkflow(changed(template))).catch(
    (error: unknown) => error,
  );
  if (!(refused instanceof DeploymentRefused && refused.message.includes('the definition of ')))
    throw new Error(`payment was released into another workflow: ${refused}`);
  deepStrictEqual(await liveVersions(proof), before);

  strictEqual(await deployPayment(proof, changed), 0);
  const after = await liveVersions(proof);
  const updated = Object.keys(after).filter((name) => after[name] !== before[name]);
  deepStrictEqual(updated, ['ProcessPaymentFunction']);

  const orderId = 'charged-by-the-new-version';
  const order = JSON.parse(readFileSync(`${repository}/examples/orders/sample.json`, 'utf8'));
  const input = JSON.stringify({ ...order, orderId });
  const { ending } = await endThere(proof.clients, output(proof, 'PlaceOrdersAt'), orderId, input);
  deepStrictEqual([ending.outcome, gateway.ledger.held(orderId)], ['fulfilled', 3998]);
  const [name = ''] = updated;
  return { seen: `version ${before[name]} → ${after[name]} of ${name} alone, 3998 held at the gateway` };
}

/** `pnpm run deploy --only payment`, where what is synthesized is changed so. */
function deployPayment({ clients, env }: DeployedProof, change: Change): Promise<number> {
  const command = parseDeploymentCommand(['deploy', '--yes', '--only', 'payment', ...withoutMetricMath]);
  return runDeployment(command, {
    stacks: cloudFormationStacks(clients.cloudFormation),
    run: async (program, args) => {
      await runQuietly(program, args, { cwd: `${repository}/infra`, env });
      return 0;
    },
    assembly: `${repository}/.order-workflow/deployment`,
    readTemplate: (assembly) => change(readTemplate(assembly)),
    withTemplate,
    openAdoption: () => Promise.reject(new Error('a release of stages adopts no orders')),
    say: () => undefined,
  });
}

/** The functions of these stages as they are after a change: with another memory, and so with versions of other names. */
function withNewVersions(template: SynthesizedTemplate, stages: readonly string[]): SynthesizedTemplate {
  const isOf = (id: string, type: string) =>
    template.Resources[id]?.Type === type && stages.some((stage) => id.startsWith(`Orders${stage}Function`));
  const ids = Object.keys(template.Resources);
  const versions = ids.filter((id) => isOf(id, 'AWS::Lambda::Version'));
  strictEqual(versions.length, stages.length);
  const text = versions.reduce((all, id) => all.replaceAll(id, `${id.slice(0, -4)}next`), JSON.stringify(template));
  const next = JSON.parse(text);
  for (const id of ids.filter((one) => isOf(one, 'AWS::Lambda::Function')))
    next.Resources[id].Properties.MemorySize = 192;
  return next;
}

function withAnotherWorkflow(template: SynthesizedTemplate): SynthesizedTemplate {
  const next = structuredClone(template) as { Resources: Record<string, { Type: string; Properties: object }> };
  for (const resource of Object.values(next.Resources))
    if (resource.Type === 'AWS::StepFunctions::StateMachine')
      resource.Properties = { ...resource.Properties, DefinitionString: '{}' };
  return next as unknown as SynthesizedTemplate;
}
