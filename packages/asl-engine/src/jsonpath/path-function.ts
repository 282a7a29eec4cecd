import { isJsonObject, type Json } from '../json/json.ts';

/** Applies `.length()` and the like at the end of a path; no value when the function does not fit what the path led to. */
export function applyPathFunction(name: string, values: readonly Json[]): Json[] {
  const subject = values.length === 1 ? values[0] : (values as Json);
  if (subject === undefined) return [];
  if (name === 'length') return length(subject);
  if (name === 'keys') return isJsonObject(subject) ? Object.keys(subject) : [];
  const items: readonly Json[] = Array.isArray(subject) ? subject : values;
  if (name === 'first') return items.slice(0, 1);
  if (name === 'last') return items.slice(-1);
  const numbers = items.filter((item) => typeof item === 'number');
  return numbers.length === 0 ? [] : [statistic(name, numbers)];
}

function length(subject: Json): Json[] {
  if (Array.isArray(subject) || typeof subject === 'string') return [subject.length];
  return isJsonObject(subject) ? [Object.keys(subject).length] : [];
}

function statistic(name: string, numbers: readonly number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0);
  const mean = sum / numbers.length;
  switch (name) {
    case 'min':
      return Math.min(...numbers);
    case 'max':
      return Math.max(...numbers);
    case 'sum':
      return sum;
    case 'avg':
      return mean;
    default:
      return Math.sqrt(numbers.reduce((total, number) => total + (number - mean) ** 2, 0) / numbers.length);
  }
}
