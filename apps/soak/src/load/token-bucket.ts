import type { Clock } from '@order-workflow/asl-engine';

/** How AWS limits calls: as many at once as the bucket holds, and so many a second for ever. */
export interface BucketSize {
  readonly size: number;
  readonly perSecond: number;
}

export class TokenBucket {
  readonly #bucket: BucketSize;
  #tokens: number;
  #at: number;

  /** `now` in epoch milliseconds. */
  constructor(bucket: BucketSize, now: number) {
    this.#bucket = bucket;
    this.#tokens = bucket.size;
    this.#at = now;
  }

  /** Takes a token where there is one. */
  take(now: number): boolean {
    this.#fill(now);
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }

  /** Takes the next token, and waits for it where it must; gives whether it had to. */
  async await(clock: Clock): Promise<boolean> {
    this.#fill(clock.now());
    this.#tokens--;
    if (this.#tokens >= 0) return false;
    await clock.sleep((-this.#tokens * 1000) / this.#bucket.perSecond);
    return true;
  }

  #fill(now: number): void {
    const { size, perSecond } = this.#bucket;
    this.#tokens = Math.min(size, this.#tokens + ((now - this.#at) * perSecond) / 1000);
    this.#at = now;
  }
}
