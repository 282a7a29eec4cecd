import type { StageFacts } from '@order-workflow/stage-kit';

/** An execution lasts no longer. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const yearSeconds = 365 * 24 * 60 * 60;

/**
 * Checks that a manifest says of each of its faults, and of nothing else, for how long it is retried.
 *
 * @throws TypeError that names the stage, the field, what was given and what is expected
 */
export function assertPatience({ stateName, faults, patienceSeconds, awaits }: StageFacts): void {
  const names = faults.map(({ errorName }) => errorName);
  if (awaits && !faults.includes(awaits.fault))
    throw new TypeError(
      `${stateName}: awaits ${awaits.fault.errorName}, expected one of its faults: ${names.join(', ') || 'it has none'}`,
    );
  if (typeof patienceSeconds === 'number') {
    assertSeconds(`${stateName}: patienceSeconds`, patienceSeconds);
    return;
  }
  const missing = names.find((name) => !Object.hasOwn(patienceSeconds, name));
  if (missing !== undefined)
    throw new TypeError(
      `${stateName}: patienceSeconds says nothing of ${missing}, expected seconds for each of its faults`,
    );
  if (names.length === 0)
    throw new TypeError(`${stateName}: patienceSeconds is by fault, expected one number, since it has no faults`);
  for (const [name, seconds] of Object.entries(patienceSeconds)) {
    if (!names.includes(name))
      throw new TypeError(
        `${stateName}: patienceSeconds names ${name}, expected one of its faults: ${names.join(', ')}`,
      );
    assertSeconds(`${stateName}: patienceSeconds.${name}`, seconds);
  }
}

function assertSeconds(field: string, seconds: number): void {
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > yearSeconds)
    throw new TypeError(`${field} is ${seconds}, expected whole seconds, a year (${yearSeconds}) at most`);
}
