import { attributeOf, foreignImport, foreignOutput } from './attributes';
import { holds } from './conditions';
import { findInMap } from './mappings';
import { parameterValue } from './parameters';
import { pseudoParameter } from './pseudo-parameters';
import { Composite, Container, Opaque, Reference, partsOf, piecesOf, textOf } from './resolved';
import type { Resolved, TextPart } from './resolved';
import { substitute } from './substitution';
import { section } from './template';
import type { Template } from './template';

/** References that lead on to references deeper than this are taken for circular. */
const DEEPEST = 48;

/** An object with nothing but a function of CloudFormation in it. */
export function isIntrinsic(json: unknown): json is Record<string, unknown> {
  if (typeof json !== 'object' || json === null) return false;
  let name: string | undefined;
  for (const key in json) {
    if (name !== undefined) return false;
    name = key;
  }
  return name === 'Ref' || name?.startsWith('Fn::') === true;
}

/** What a value comes to in the current world. Lists and objects are not entered. */
export function resolve(raw: unknown, template: Template, depth = 0): Resolved {
  if (raw instanceof Reference || raw instanceof Opaque || raw instanceof Composite || raw instanceof Container) return raw;
  if (typeof raw === 'string') return raw.includes('{{resolve:') ? dynamicReference(raw) : raw;
  if (typeof raw === 'number' || typeof raw === 'boolean' || raw === undefined) return raw;
  if (raw === null) return opaque('null is no value of CloudFormation', raw, template);
  if (!isIntrinsic(raw)) return new Container(raw as Record<string, unknown>, template);
  if (depth > DEEPEST || !template.app.world.mayGoOn(depth === 0)) return opaque('it refers to itself', raw, template);
  const [name, argument] = Object.entries(raw)[0];
  const evaluate = FUNCTIONS[name];
  const result = evaluate === undefined ? null : evaluate(argument, template, depth + 1);
  if (result !== null) return result;
  const cutFrom = CUTS.has(name) ? referencesIn(argument, template, depth + 1) : [];
  return new Opaque(`${name} cannot be evaluated here`, keyOfRaw(raw, template), false, false, undefined, cutFrom);
}

/** Functions that cut texts and lists or put them together, and add nothing to them. */
const CUTS: ReadonlySet<string> = new Set(['Fn::Cidr', 'Fn::Join', 'Fn::Select', 'Fn::Split']);

function referencesIn(raw: unknown, template: Template, depth: number): Reference[] {
  const resolved = resolve(raw, template, depth);
  if (resolved instanceof Container) return Object.values(resolved.json).flatMap((item) => referencesIn(item, resolved.template, depth));
  return (partsOf(resolved) ?? []).flatMap((part) => (part instanceof Reference ? [part] : part instanceof Opaque ? part.cutFrom : []));
}

/** A value that nothing is known of, told apart by how it is written. */
export function opaque(why: string, raw: unknown, template: Template, nonEmpty = false, isText = false): Opaque {
  return new Opaque(why, keyOfRaw(raw, template), nonEmpty, isText);
}

function keyOfRaw(raw: unknown, template: Template): string {
  return `${template.file}:${JSON.stringify(raw)}`;
}

/** The resolved items of a list, without those that are absent; undefined if the list is not known. */
export function itemsOf(raw: unknown, template: Template, depth: number): Resolved[] | undefined {
  const list = resolve(raw, template, depth);
  if (!(list instanceof Container) || !Array.isArray(list.json)) return undefined;
  return list.json.map((item) => resolve(item, list.template, depth)).filter((item) => item !== undefined);
}

/** A function of CloudFormation. Undefined means absent (`AWS::NoValue`), null that its arguments make no sense or are not known. */
type Intrinsic = (argument: unknown, template: Template, depth: number) => Resolved | null;

const FUNCTIONS: Readonly<Record<string, Intrinsic | undefined>> = {
  'Ref': (name, template, depth) => (typeof name === 'string' ? refer(name, template, depth) : null),
  'Fn::GetAtt': (argument, template, depth) => {
    const [logicalId, ...steps] = Array.isArray(argument) ? argument as unknown[] : atFirstDot(argument);
    const attribute = steps.length > 0 && steps.every((step) => typeof step === 'string') ? steps.join('.') : undefined;
    return typeof logicalId === 'string' && typeof attribute === 'string' ? attributeOf(logicalId, attribute, template, depth) : null;
  },
  'Fn::If': (argument, template, depth) => {
    if (!Array.isArray(argument) || argument.length !== 3 || typeof argument[0] !== 'string') return null;
    return resolve(argument[holds(argument[0], template, depth) ? 1 : 2], template, depth);
  },
  'Fn::Sub': (argument, template, depth) => {
    const [text, variables] = Array.isArray(argument) ? argument as unknown[] : [argument, {}];
    if (typeof text !== 'string') return null;
    const given = section(variables);
    return asDynamic(substitute(text, (name) => {
      if (Object.hasOwn(given, name)) return resolve(given[name], template, depth);
      const [logicalId, attribute] = atFirstDot(name);
      return attribute === undefined ? refer(name, template, depth) : attributeOf(logicalId!, attribute, template, depth);
    }, (name) => opaque(`\${${name}} is no text`, name, template)));
  },
  'Fn::Join': (argument, template, depth) => {
    if (!Array.isArray(argument) || typeof argument[0] !== 'string') return null;
    const delimiter: string = argument[0];
    const parts = itemsOf(argument[1], template, depth)?.map(partsOf);
    if (parts === undefined || parts.includes(undefined)) return null;
    return asDynamic(textOf((parts as TextPart[][]).flatMap((part, index) => (index === 0 ? part : [delimiter, ...part]))));
  },
  'Fn::Select': (argument, template, depth) => {
    if (!Array.isArray(argument)) return null;
    const index = resolve(argument[0], template, depth);
    const items = itemsOf(argument[1], template, depth);
    return /^\d+$/.test(String(index)) ? items?.[Number(index)] ?? null : null;
  },
  'Fn::Split': (argument, template, depth) => {
    if (!Array.isArray(argument) || typeof argument[0] !== 'string' || argument[0] === '') return null;
    const parts = partsOf(resolve(argument[1], template, depth));
    const pieces = parts && piecesOf(parts, argument[0]);
    return pieces === undefined ? null : new Container(pieces, template);
  },
  'Fn::FindInMap': findInMap,
  'Fn::ImportValue': (argument, template, depth) => {
    const name = resolve(argument, template, depth);
    return typeof name === 'string' ? template.app.exported(name, template, depth) ?? foreignImport(name) : null;
  },
  'Fn::GetStackOutput': (argument, template, depth) => {
    const { StackName, OutputName, Region } = section(argument);
    const [name, output, region] = [StackName, OutputName, Region].map((part) => resolve(part, template, depth));
    if (typeof name !== 'string' || typeof output !== 'string') return null;
    return template.app.outputOf({ name, region: typeof region === 'string' ? region : undefined }, output, depth) ?? foreignOutput(name, output);
  },
  'Fn::Base64': (argument, template, depth) => resolve(argument, template, depth), // judged for what it says
  'Fn::GetAZs': (argument, template) => opaque('the Availability Zones of a region', { GetAZs: argument }, template, true),
  'Fn::Length': (argument, template, depth) => itemsOf(argument, template, depth)?.length ?? null,
  'Fn::ToJsonString': (argument, template, depth) => {
    const json = resolve(argument, template, depth);
    return json instanceof Container ? jsonText(json, depth) : null;
  },
};

function refer(name: string, template: Template, depth: number): Resolved {
  if (name === 'AWS::NoValue') return undefined;
  if (name.startsWith('AWS::')) return pseudoParameter(name, template);
  if (Object.hasOwn(template.parameters, name)) return parameterValue(name, template, depth);
  return attributeOf(name, 'Ref', template, depth);
}

/** `Table.Arn` as its two parts; the attribute may hold dots. */
function atFirstDot(text: unknown): [string?, string?] {
  if (typeof text !== 'string') return [];
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

/** Text that holds `{{resolve:...}}` is only known to CloudFormation. */
function dynamicReference(text: string): Resolved {
  const pieces = text.split(/(\{\{resolve:(?:[^}]|\}(?!\}))*\}\})/); // every second one is a reference
  return textOf(pieces.map((piece, index) => (index % 2 === 1 ? new Opaque(DYNAMIC, piece, true, true) : piece)));
}

/** What an Opaque says that stands for a dynamic reference. */
export const DYNAMIC = 'CloudFormation looks it up at deployment';

/** The same for text that was put together, where the reference has literal parts only or unknown ones inside. */
function asDynamic(text: string | Reference | Opaque | Composite): Resolved {
  if (typeof text === 'string') return text.includes('{{resolve:') ? dynamicReference(text) : text;
  if (!(text instanceof Composite) || !text.parts.some((part) => typeof part === 'string' && part.includes('{{resolve:'))) return text;
  const parts: TextPart[] = [];
  let open: string | undefined;
  const pieces = text.parts.flatMap<TextPart>((part) => (typeof part === 'string' ? part.split(/(\{\{resolve:|\}\})/) : [part]));
  for (const part of pieces) {
    if (part === '{{resolve:') {open = part;} else if (open === undefined) {parts.push(part);} else if (part === '}}') {
      parts.push(new Opaque(DYNAMIC, `${open}}}`, true, true));
      open = undefined;
    } else {open += typeof part === 'string' ? part : '?';}
  }
  return textOf(parts);
}

/** Text of JSON in text of JSON doubles its backslashes at each level: what is longer than a template may be is taken for a mistake. */
const LONGEST_JSON = 1_000_000;

/** JSON as text, its unknown parts in place; null if it is too long. */
function jsonText(container: Container, depth: number): Resolved | null {
  const parts: TextPart[] = [];
  const write = (resolved: Resolved): void => {
    if (resolved instanceof Container) {
      const { json, template } = resolved;
      const isList = Array.isArray(json);
      parts.push(isList ? '[' : '{');
      // each member once: it may hold text of JSON again
      const members = Object.entries(json).map(([key, item]) => ({ key, value: resolve(item, template, depth) }));
      members.filter(({ value }) => value !== undefined).forEach(({ key, value }, index) => {
        parts.push(index > 0 ? ',' : '', isList ? '' : `${JSON.stringify(key)}:`);
        write(value);
      });
      parts.push(isList ? ']' : '}');
    } else if (resolved === undefined || typeof resolved === 'number' || typeof resolved === 'boolean') {
      parts.push(String(resolved ?? 'null'));
    } else {
      parts.push('"', ...partsOf(resolved)!.map((part) => (typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part)), '"');
    }
  };
  write(container);
  return parts.reduce((length, part) => length + (typeof part === 'string' ? part.length : 0), 0) > LONGEST_JSON ? null : textOf(parts);
}
