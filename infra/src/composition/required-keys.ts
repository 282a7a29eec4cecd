import type { StageFacts } from '@order-workflow/stage-kit';

/** Keys without which a stage refuses the record, as its schema says of one that has none. */
export function requiredKeys({ needs }: StageFacts): readonly string[] {
  const { error } = needs.safeParse({});
  return [...new Set((error?.issues ?? []).flatMap(({ path: [key] }) => (key === undefined ? [] : [String(key)])))];
}
