import * as fs from 'fs';
import * as path from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { Place, PLACES } from './places';
import { TOKEN_KINDS } from './token-kinds';
import { ENV, newApp } from '../harness/apps';

/** What is left of a token that was used as if it were a value. */
const UNRESOLVED = /\$\{Token\[|#\{Token\[|\[object|NaN|-?1\.888\d+e\+289/;

/** The templates of the app with the token in this place, or the message of the error. */
function outcomeOf(place: Place, kind: string): { readonly templates?: string; readonly error?: string; readonly emitted: RegExp } {
  const app: App = newApp();
  const stack = new Stack(app, 'Stack', { env: ENV });
  const token = TOKEN_KINDS[kind](stack);
  try {
    place.build(stack, token);
    return { templates: JSON.stringify(app.synth().stacks.map(({ template }) => template)), emitted: token.emitted };
  } catch (error) {
    return { error: (error as Error).message, emitted: token.emitted };
  }
}

/** Structs that the library hands out, or asks for at the end of the synth: nobody passes tokens in them. */
const RESULTS = ['FirewallTestRequest', 'KnownFinding', 'RuleSubject', 'RuleAnswer'];

/** Names of all props of structs, and parameters of methods, that take text, numbers, durations, or lists or maps of those. */
function namesInAssembly(): string[] {
  const assembly = JSON.parse(fs.readFileSync(path.join(__dirname, '..', '..', '.jsii'), 'utf8')) as { types: Record<string, PublicType> };
  return Object.values(assembly.types).filter(({ name }) => !RESULTS.includes(name)).flatMap((type) => [
    ...(type.datatype ? (type.properties ?? []).filter(isText).map(({ name }) => `${type.name}.${name}`) : []),
    ...[...type.methods ?? [], ...(type.initializer ? [{ name: 'new', ...type.initializer }] : [])].flatMap((method) =>
      (method.parameters ?? []).filter(isText).filter(({ name }) => name !== 'id').map(({ name }) => `${type.name}.${method.name}(${name})`)),
  ]);
}

interface Typed {
  readonly name: string;
  readonly type?: Type;
}

interface Type {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly elementtype: Type };
}

interface PublicType {
  readonly name: string;
  readonly datatype?: boolean;
  readonly properties?: Typed[];
  readonly methods?: { readonly name: string; readonly parameters?: Typed[] }[];
  readonly initializer?: { readonly parameters?: Typed[] };
}

function isText({ type }: Typed): boolean {
  if (type?.collection) return isText({ name: '', type: type.collection.elementtype });
  return ['string', 'number'].includes(type?.primitive ?? '') || type?.fqn === 'aws-cdk-lib.Duration';
}

test('every prop and parameter of the public API that takes text or numbers is tried', () => {
  const names = namesInAssembly();
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !(name in PLACES))).toEqual([]);
});

const passing = Object.entries(PLACES).filter(([, { refused }]) => refused === undefined).map(([name]) => name);
const refusing = Object.keys(PLACES).filter((name) => !passing.includes(name));

describe.each(Object.keys(TOKEN_KINDS))('%s', (kind) => {
  test.each(passing)('passes through %s', (name) => {
    const { templates, error, emitted } = outcomeOf(PLACES[name], kind);
    expect(error).toBeUndefined();
    expect(templates).not.toMatch(UNRESOLVED);
    if (!PLACES[name].unseen) expect(templates).toMatch(emitted);
  });

  test.each(refusing)('is refused by name in %s', (name) => {
    const { error } = outcomeOf(PLACES[name], kind);
    expect(error).toMatch(/this is a token/);
    expect(error).toMatch(PLACES[name].refused!);
    expect(error).toMatch(PLACES[name].where ?? /^\[Stack\/It(\/[\w/]+)?\] /);
    expect(error).not.toMatch(UNRESOLVED);
  });
});
