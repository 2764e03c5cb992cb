/** A place in JSON: the keys and indexes that lead there. */
export type Place = readonly string[];

/** A value that is written at a place. */
export interface Written {
  readonly place: Place;
  readonly value: unknown;
}

/** Everything that is written below a place, the value there included: literals, lists and objects. */
export function everythingIn(json: unknown, place: Place = []): Written[] {
  const here = { place, value: json };
  return typeof json === 'object' && json !== null ? [here, ...Object.entries(json).flatMap(([key, item]) => everythingIn(item, [...place, key]))] : [here];
}

/** What may be given in another way there: no names of resources and conditions, no text that functions take literally. */
export function valuesIn(json: unknown, place: Place = []): Written[] {
  if (typeof json !== 'object' || json === null) return json === undefined ? [] : [{ place, value: json }];
  const [[name, argument] = [], ...others] = Object.entries(json);
  const isFunction = others.length === 0 && (name === 'Ref' || name?.startsWith('Fn::') === true);
  if (isFunction) return itemsGivenTo(name!, argument).flatMap((key) => valuesIn(at(argument, key), [...place, name!, ...key]));
  return [{ place, value: json }, ...Object.entries(json).flatMap(([key, item]) => valuesIn(item, [...place, key]))];
}

/** Where a function of CloudFormation takes values. */
function itemsGivenTo(name: string, argument: unknown): Place[] {
  if (name === 'Fn::Base64') return [[]];
  if (!Array.isArray(argument)) return [];
  if (name === 'Fn::If' || name === 'Fn::FindInMap') return [['1'], ['2']];
  if (['Fn::Equals', 'Fn::And', 'Fn::Or', 'Fn::Not'].includes(name)) return keysOf(argument).map((index) => [index]);
  if (name === 'Fn::Join') return keysOf(argument[1]).map((index) => ['1', index]);
  if (name === 'Fn::Sub') return keysOf(argument[1]).map((key) => ['1', key]);
  return [];
}

function keysOf(json: unknown): string[] {
  return typeof json === 'object' && json !== null ? Object.keys(json) : [];
}

/** What is written at a place. */
export function at(json: unknown, place: Place): unknown {
  return place.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), json);
}

/** The same JSON with something else at a place that it has, or with a new member. */
export function replaced(json: unknown, [key, ...rest]: Place, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(json)) return json.map((item: unknown, index) => (String(index) === key ? replaced(item, rest, by) : item));
  return { ...json as object, [key]: replaced((json as Record<string, unknown>)[key], rest, by) };
}
