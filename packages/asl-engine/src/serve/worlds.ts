import { World } from './world.ts';

/** A world for each account in each region: nothing is seen from another, as on AWS. */
export class Worlds {
  readonly #worlds = new Map<string, World>();
  readonly #options: ConstructorParameters<typeof World>[0];

  /** `options.account` is the account of whoever does not say another. */
  constructor(options: ConstructorParameters<typeof World>[0]) {
    this.#options = options;
  }

  /** The world of a caller: an access key of twelve digits is the account itself, as emulators of AWS have it. */
  ofCaller(accessKey: string, region: string): World {
    return this.#of(/^\d{12}$/.test(accessKey) ? accessKey : this.#options.account, region);
  }

  /** The world that a resource of this ARN is in. */
  ofArn(arn: string): World {
    const [, , , region = '', account = ''] = arn.split(':');
    return this.#of(account, region);
  }

  all(): readonly World[] {
    return [...this.#worlds.values()];
  }

  #of(account: string, region: string): World {
    const key = `${region} ${account}`;
    const found = this.#worlds.get(key) ?? new World({ ...this.#options, account });
    this.#worlds.set(key, found);
    return found;
  }
}
