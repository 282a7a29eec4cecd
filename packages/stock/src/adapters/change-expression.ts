import type { Attributes, AttributeValue } from '@order-workflow/stage-kit/dynamodb';
import type { LevelChange } from '../ports/stock-table.ts';
import { holdName, holdValue, number, stockTableKey } from './stock-items.ts';

interface UpdateExpression {
  readonly ConditionExpression: string;
  readonly UpdateExpression: string;
  readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues: Attributes;
}

/** A change of a level as one UpdateItem says it, which DynamoDB makes one after another, whoever asks. */
export function changeExpression(change: LevelChange): UpdateExpression {
  const { turn, present = [], absent = [], add, drop = [], left, sold, turns } = change;
  const names: Record<string, string> = { '#left': 'left', '#sold': 'sold' };
  const values: Record<string, AttributeValue> = { ':left': number(left), ':sold': number(sold) };
  const named = (name: string) => {
    const known = Object.keys(names).find((placeholder) => names[placeholder] === name);
    if (known) return known;
    const placeholder = `#n${Object.keys(names).length}`;
    names[placeholder] = name;
    return placeholder;
  };
  const valued = (value: AttributeValue) => {
    const placeholder = `:v${Object.keys(values).length}`;
    values[placeholder] = value;
    return placeholder;
  };
  const conditions = [
    `attribute_exists(${named(stockTableKey)})`,
    ...(turn === undefined ? [] : [`${named('turn')} = ${valued(number(turn))}`]),
    ...(left < 0 ? [`#left >= ${valued(number(-left))}`] : []),
    ...[...present, ...drop].map((hold) => `attribute_exists(${named(holdName(hold))})`),
    ...[...absent, ...(add ? [add] : [])].map((hold) => `attribute_not_exists(${named(holdName(hold))})`),
  ];
  const sets = [
    '#left = #left + :left',
    '#sold = #sold + :sold',
    ...(turns ? [`${named('turn')} = ${named('turn')} + ${valued(number(1))}`] : []),
    ...(add ? [`${named(holdName(add))} = ${valued(holdValue(add))}`] : []),
  ];
  const removes = drop.length > 0 ? ` REMOVE ${drop.map((hold) => named(holdName(hold))).join(', ')}` : '';
  return {
    ConditionExpression: conditions.join(' AND '),
    UpdateExpression: `SET ${sets.join(', ')}${removes}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  };
}
