/** A stage's names in each of the ways that they are written. */
export interface StageNames {
  /** Folder and package: `gift-wrap`. */
  readonly package: string;
  readonly packageName: string;
  readonly PackageName: string;
  /** The state, as people read it: `Wrap Gift`. */
  readonly 'State Name': string;
  readonly 'state-name': string;
  readonly stateName: string;
  readonly StateName: string;
}

/** What was asked for cannot be made; the message says what is expected. */
export class StageNotMade extends Error {
  override readonly name = 'StageNotMade';
}

/**
 * @throws StageNotMade when a name does not fit
 */
export function stageNames(packageName: string | undefined, stateName: string | undefined): StageNames {
  if (!packageName || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(packageName))
    throw new StageNotMade(
      `package: ${given(packageName)}, expected lower-case words with hyphens between them, as in gift-wrap`,
    );
  if (!stateName || !/^[A-Z][a-z0-9]*( [A-Z][a-z0-9]*)+$/.test(stateName) || stateName.length > 60)
    throw new StageNotMade(
      `state: ${given(stateName)}, expected what is done, in capitalized words, as in "Wrap Gift"`,
    );
  const package_ = packageName.split('-');
  const state = stateName.toLowerCase().split(' ');
  return {
    package: packageName,
    packageName: camel(package_),
    PackageName: package_.map(capital).join(''),
    'State Name': stateName,
    'state-name': state.join('-'),
    stateName: camel(state),
    StateName: state.map(capital).join(''),
  };
}

function given(value: string | undefined): string {
  return value === undefined ? 'missing' : `given ${JSON.stringify(value)}`;
}

function camel([first = '', ...others]: readonly string[]): string {
  return first + others.map(capital).join('');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
