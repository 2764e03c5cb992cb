import * as fs from 'fs';
import * as path from 'path';

interface Documented {
  readonly name: string;
  readonly optional?: boolean;
  readonly overrides?: string;
  readonly docs?: { summary?: string; default?: string; remarks?: string };
}

interface PublicType extends Documented {
  readonly kind: 'class' | 'enum' | 'interface';
  readonly datatype?: boolean;
  readonly properties?: Documented[];
  readonly methods?: Documented[];
  readonly members?: Documented[];
}

const assembly = JSON.parse(fs.readFileSync(path.join(__dirname, '..', '..', '.jsii'), 'utf8')) as { types: Record<string, PublicType> };
const types = Object.values(assembly.types);

/** `Type.member` of all members of all types for which `pick` says so. */
function members(pick: (member: Documented, type: PublicType) => boolean): string[] {
  return types.flatMap((type) => [...type.properties ?? [], ...type.methods ?? [], ...type.members ?? []]
    .filter((member) => pick(member, type))
    .map((member) => `${type.name}.${member.name}`));
}

test('the assembly holds the public types', () => {
  expect(types.length).toBeGreaterThan(3);
  expect(types.map(({ name }) => name)).toEqual(expect.arrayContaining(['Profile', 'SecureKey', 'SecureLogGroup']));
});

test('every public type says what it is', () => {
  expect(types.filter(({ docs }) => !docs?.summary).map(({ name }) => name)).toEqual([]);
});

test('every public property, method and enum member says what it is', () => {
  expect(members(({ docs, overrides }) => !docs?.summary && overrides === undefined)).toEqual([]);
});

test('every optional prop states its default', () => {
  expect(members(({ optional, docs }, { datatype }) => datatype === true && optional === true && !docs?.default)).toEqual([]);
});

test('every construct shows an example', () => {
  const constructs = types.filter((type) => type.kind === 'class' && (type as unknown as { base?: string }).base === 'constructs.Construct');
  expect(constructs.filter(({ docs }) => (docs as { example?: string } | undefined)?.example === undefined).map(({ name }) => name)).toEqual([]);
});
