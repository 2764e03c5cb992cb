import { holds } from './conditions';
import { resolve } from './intrinsics';
import { Composite, Container, Opaque, Reference, keyOf, piecesOf } from './resolved';
import type { Resolved } from './resolved';
import { section } from './template';
import type { Template } from './template';

/** What a parameter can be, in text. */
export interface Declaration {
  readonly type: string;
  readonly default?: string;
  readonly allowed?: readonly string[];
  /** CloudFormation refuses the empty text for it. */
  readonly nonEmpty: boolean;
}

const DECLARATIONS = new WeakMap<object, Declaration>();

export function declarationOf(name: string, template: Template): Declaration {
  const raw = section(template.parameters[name]);
  let declaration = DECLARATIONS.get(raw);
  if (declaration === undefined) {
    const type = typeof raw.Type === 'string' ? raw.Type : 'String';
    const allowed = Array.isArray(raw.AllowedValues) ? raw.AllowedValues.filter(isScalar).map(String) : [];
    // of a parameter that Systems Manager keeps, the template only tells the name
    const isLookedUp = type.startsWith('AWS::SSM::Parameter::Value');
    declaration = {
      type,
      default: isScalar(raw.Default) && !isLookedUp ? String(raw.Default) : undefined,
      allowed: allowed.length > 0 && !isLookedUp ? allowed : undefined,
      nonEmpty: Number(raw.MinLength) > 0 || type === 'Number' || type.includes('AWS::'),
    };
    DECLARATIONS.set(raw, declaration);
  }
  return declaration;
}

export function parameterKey(name: string, template: Template): string {
  return `parameter ${template.file}:${name}`;
}

/** The value of a parameter in the current world: given by the parent stack, settled by a condition, or one that it may take. */
export function parameterValue(name: string, template: Template, depth: number): Resolved {
  const declaration = declarationOf(name, template);
  if (template.parent !== undefined) {
    const passed = passedTo(name, template, depth);
    return listOf(resolve(passed.raw, passed.template, depth), declaration.type, template);
  }
  const key = parameterKey(name, template);
  const { world } = template.app;
  const settled = world.settled(key);
  if (settled !== undefined) return listOf(settled, declaration.type, template);
  const opaque = opaqueParameter(name, template);
  return world.isLeftOpen(key) ? opaque : listOf(chosen(name, opaque, template), declaration.type, template);
}

/** What the parent stack passes, as written there; where it passes nothing, the default: nobody else can give a value. */
export function passedTo(name: string, template: Template, depth: number): { readonly raw: unknown; readonly template: Template } {
  const all = template.parent!.resolved('Parameters', depth);
  if (all === undefined || all instanceof Container) {
    const raw = all && branchOf(section(all.json)[name], all.template, depth);
    if (all && raw !== undefined) return { raw, template: all.template };
    const declared = declarationOf(name, template).default;
    if (declared !== undefined) return { raw: declared, template };
  }
  return { raw: opaqueParameter(name, template), template };
}

/** The branch of conditions that holds; undefined for none. */
function branchOf(raw: unknown, template: Template, depth: number): unknown {
  const { 'Fn::If': branches, 'Ref': name } = section(raw);
  if (name === 'AWS::NoValue') return undefined;
  if (!Array.isArray(branches) || branches.length !== 3 || typeof branches[0] !== 'string') return raw;
  return branchOf(branches[holds(branches[0], template, depth) ? 1 : 2], template, depth);
}

function opaqueParameter(name: string, template: Template): Opaque {
  const { type, nonEmpty } = declarationOf(name, template);
  return new Opaque(`the value of the parameter ${name} is given at deployment`, parameterKey(name, template), nonEmpty, !isList(type));
}

/** The default first; every other value is a guess. */
function chosen(name: string, opaque: Opaque, template: Template): string | Opaque {
  const { world } = template.app;
  const declaration = declarationOf(name, template);
  const { key } = opaque;
  const candidates = [...new Set([...declaration.default === undefined ? [] : [declaration.default], ...declaration.allowed ?? []])]
    .filter((value) => !world.isExcluded(key, value));
  const alternatives: (string | Opaque)[] = declaration.allowed === undefined ? [...candidates, opaque] : candidates;
  if (alternatives.length === 0 || alternatives[0] === opaque) {
    // a condition may settle it in another world: what rests on it is not the same in all
    if (template.isSettledByConditions(name)) world.choose(`${key} stays open`, 1);
    return opaque;
  }
  const value = alternatives[alternatives.length === 1 ? 0 : world.choose(key, alternatives.length)];
  if (typeof value === 'string') world.take(key, value, value === declaration.default || alternatives.length === 1);
  else world.leaveOpen(key);
  return value;
}

function isList(type: string): boolean {
  return /(^|<)(CommaDelimitedList|List<)/.test(type);
}

/** A list parameter is written as text with commas. */
function listOf(value: Resolved, type: string, template: Template): Resolved {
  if (!isList(type)) return value;
  if (typeof value === 'string') return new Container(value.split(',').map((item) => item.trim()), template);
  if (value instanceof Reference) return new Container([value], template);
  if (value instanceof Opaque) return new Opaque(value.why, value.key, value.nonEmpty, false, undefined, value.cutFrom);
  return value instanceof Composite ? itemsIn(value, template) : value;
}

/** The items of text with commas. A reference holds none, what is not known may. */
function itemsIn({ parts }: Composite, template: Template): Resolved {
  const open = parts.find((part) => part instanceof Opaque);
  if (open !== undefined) return new Opaque(open.why, keyOf(parts));
  const trimmed = parts.map((part) => (typeof part === 'string' ? part.split(',').map((piece) => piece.trim()).join(',') : part));
  return new Container(piecesOf(trimmed, ',')!, template);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
