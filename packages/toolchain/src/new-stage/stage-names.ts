/** A stage's names in each of the ways that they are written. */
export interface StageNames {
  /** Folder and package: `gift-wrap`. */
  readonly package: string;
  readonly packageName: string;
  readonly PackageName: string;
  /** As its settings begin: `GIFT_WRAP`, of which `GIFT_WRAP_URL`. */
  readonly PACKAGE: string;
  /** The state, as people read it: `Wrap Gift`. */
  readonly 'State Name': string;
  readonly 'state-name': string;
  readonly stateName: string;
  readonly StateName: string;
  /** The state that undoes it, in the same ways: `Unwrap Gift`. Undefined where it has no undo. */
  readonly 'Undo Name'?: string;
  readonly 'undo-name'?: string;
  readonly undoName?: string;
  readonly UndoName?: string;
}

/** What was asked for cannot be made; the message says what is expected. */
export class StageNotMade extends Error {
  override readonly name = 'StageNotMade';
}

/**
 * @param undoName the state that undoes it; none unless given
 * @throws StageNotMade when a name does not fit
 */
export function stageNames(
  packageName: string | undefined,
  stateName: string | undefined,
  undoName?: string,
): StageNames {
  if (!packageName || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(packageName))
    throw new StageNotMade(
      `package: ${given(packageName)}, expected lower-case words with hyphens between them, as in gift-wrap`,
    );
  const state = stateWords('state', stateName, 'what is done', 'Wrap Gift');
  if (undoName !== undefined && undoName === stateName)
    throw new StageNotMade(`--undo: given ${JSON.stringify(undoName)}, expected another state than the one it undoes`);
  const package_ = packageName.split('-');
  return {
    package: packageName,
    packageName: camel(package_),
    PackageName: package_.map(capital).join(''),
    PACKAGE: package_.join('_').toUpperCase(),
    'State Name': state.map(capital).join(' '),
    'state-name': state.join('-'),
    stateName: camel(state),
    StateName: state.map(capital).join(''),
    ...(undoName !== undefined && undoNames(stateWords('--undo', undoName, 'what undoes it', 'Unwrap Gift'))),
  };
}

function undoNames(words: readonly string[]) {
  return {
    'Undo Name': words.map(capital).join(' '),
    'undo-name': words.join('-'),
    undoName: camel(words),
    UndoName: words.map(capital).join(''),
  };
}

/** The words of a state's name, in lower case. */
function stateWords(field: string, name: string | undefined, what: string, example: string): readonly string[] {
  if (!name || !/^[A-Z][a-z0-9]*( [A-Z][a-z0-9]*)+$/.test(name) || name.length > 60)
    throw new StageNotMade(`${field}: ${given(name)}, expected ${what}, in capitalized words, as in "${example}"`);
  return name.toLowerCase().split(' ');
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
