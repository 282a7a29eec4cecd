import { endThere } from './end-there.ts';
import { type DeployedProof, output } from './proof.ts';
import { lostName } from './without-error-names.ts';

export const lostNames = [
  "  AWS tells a Catch the name of a function's error. Here it is lost, so a rejection goes the way of any failure:",
  'the orders below end as they must without it. Rejections by name are proved on this machine (apps/local).',
].join(' ');

/** Whether a function's error arrives at a Catch under another name than the function gave it. */
export async function losesErrorNames(proof: DeployedProof): Promise<boolean> {
  const { ending } = await endThere(proof.clients, output(proof, 'PlaceOrdersAt'), 'a-list', '[]');
  return ending.error === lostName;
}
