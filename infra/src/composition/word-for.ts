import type { StageFacts } from '@order-workflow/stage-kit';

/** What people call a stage for short: `payment`, or after its state `release-stock`. */
export function wordFor({ word, stateName }: Pick<StageFacts, 'word' | 'stateName'>): string {
  return word ?? (stateName.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
}
