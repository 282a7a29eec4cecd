import type { Attributes, AttributeValue } from '@order-workflow/stage-kit/dynamodb';

/** An update that changes these attributes of an item and leaves what others change of it meanwhile; nothing where they are the same. */
export function updateOf(before: Attributes, after: Attributes): object | undefined {
  const names: Record<string, string> = {};
  const values: Record<string, AttributeValue> = {};
  const sets: string[] = [];
  const removes: string[] = [];
  const named = (name: string) => {
    const placeholder = `#n${Object.keys(names).length}`;
    names[placeholder] = name;
    return placeholder;
  };
  function compare(path: string, one: Attributes, other: Attributes): void {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const [was, is] = [one[name], other[name]];
      if (JSON.stringify(was) === JSON.stringify(is)) continue;
      const place = `${path}${named(name)}`;
      if (was && is && 'M' in was && 'M' in is) compare(`${place}.`, was.M, is.M);
      else if (is) {
        const value = `:v${sets.length}`;
        values[value] = is;
        sets.push(`${place} = ${value}`);
      } else removes.push(place);
    }
  }
  compare('', before, after);
  if (sets.length + removes.length === 0) return undefined;
  const parts = [
    ...(sets.length > 0 ? [`SET ${sets.join(', ')}`] : []),
    ...(removes.length > 0 ? [`REMOVE ${removes.join(', ')}`] : []),
  ];
  return {
    UpdateExpression: parts.join(' '),
    ExpressionAttributeNames: names,
    ...(sets.length > 0 && { ExpressionAttributeValues: values }),
  };
}
