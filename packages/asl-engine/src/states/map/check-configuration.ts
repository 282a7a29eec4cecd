import type { StateReader } from '../../definition/state-reader.ts';
import type { ItemProcessor } from './item-processor.ts';

const distributedOnly = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'];
const longestLabel = 40;

/**
 * Reports fields of a Map state that exclude each other, and those that only a distributed one has (Developer Guide, "Map state"), and
 * gives the state's label.
 */
export function checkMapConfiguration(reader: StateReader, mode: ItemProcessor['mode']): string | undefined {
  if (mode === 'INLINE')
    for (const field of distributedOnly)
      if (reader.has(field)) reader.error(field, 'is for a Map whose ProcessorConfig has the Mode DISTRIBUTED.');
  reader.oneOf('ItemSelector', 'Parameters');
  reader.oneOf('ItemsPath', 'ItemReader');
  reader.oneOf('Items', 'ItemReader');
  return readLabel(reader);
}

// Space, brackets, wildcards, other special characters and control characters.
const refusedInLabels = /[\s?*<>{}[\]:;,\\|^~$#%&`"\p{Cc}]/u;

function readLabel(reader: StateReader): string | undefined {
  const label = reader.text('Label');
  if (label !== undefined && (label === '' || label.length > longestLabel || refusedInLabels.test(label)))
    reader.error(
      'Label',
      `must have 1 to ${longestLabel} characters, without space, brackets, wildcards and other special characters.`,
      'INVALID_LABEL_NAME',
    );
  return label;
}
