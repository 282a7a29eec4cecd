import { finding } from '../finding.ts';
import type { Lesson } from '../lesson.ts';
import { runShown } from '../page/run-shown.ts';

const name = 'Wrap Gift';
const heaviest = 5000;

/** What `order place --json` prints, as far as the check reads it. */
interface Placed {
  readonly outcome?: string;
  readonly error?: string;
  readonly output?: {
    readonly validation?: { readonly weight?: number };
    readonly giftWrap?: object;
    readonly refund?: object;
  };
}

/** Lesson 8: a stage of one's own stands in the sentence, orders go through it, and it refuses what is too heavy. */
export const checkOwnStage: Lesson['check'] = async ({ folder, repository }) => {
  const planned = await runShown('pnpm plan --json', repository);
  if (planned.exitCode !== 0) return [{ says: 'the sentence can be planned', but: planned.stderr.trim() }];
  const states: readonly string[] = JSON.parse(planned.stdout).map(({ state }: { state: string }) => state);
  const between =
    states.indexOf('Process Payment') < states.indexOf(name) && states.indexOf(name) < states.indexOf('Ship Order');
  const stands = finding(
    `${name} stands in the sentence after Process Payment and before Ship Order`,
    between,
    `its states are ${states.join(', ')}`,
  );
  if (stands.but !== undefined) return [stands];

  const [light, heavy] = [
    await place(`${repository}examples/orders/sample.json`, repository),
    await place(`${folder}/heavy.json`, repository),
  ];
  const weights = [light, heavy].map((placed) =>
    typeof placed === 'string' ? 0 : (placed.output?.validation?.weight ?? 0),
  );
  return [
    stands,
    finding(
      `the sample order, of ${weights[0]} g, is fulfilled and leaves giftWrap`,
      typeof light !== 'string' && light.outcome === 'fulfilled' && light.output?.giftWrap !== undefined,
      endingOf(light),
    ),
    finding(
      `an order of more than ${heaviest} g is refused there: rejected, and its money goes back`,
      typeof heavy !== 'string' && heavy.outcome === 'rejected' && heavy.output?.refund !== undefined,
      endingOf(heavy),
    ),
  ];
};

/** Builds, and places an order in a world of its own. A text says why it could not. */
async function place(file: string, repository: string): Promise<Placed | string> {
  const command = `pnpm order place ${file} --fresh --fast-forward --json`;
  const { stdout, stderr } = await runShown(command, repository);
  return stdout === '' ? stderr.trim() : JSON.parse(stdout);
}

function endingOf(placed: Placed | string): string {
  if (typeof placed === 'string') return placed;
  const { outcome, error, output } = placed;
  const left = Object.keys(output ?? {}).join(', ');
  return `it ends ${outcome ?? `with ${error}`}${left === '' ? '' : `, and leaves ${left}`}`;
}
