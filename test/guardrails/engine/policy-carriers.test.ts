import { NAMES_A_PRINCIPAL, PLACES, POINTS_TO_A_POLICY, STRINGS_BY_NAME } from './policy-carriers-exceptions';
import { SCHEMA_LEAVES, SCHEMA_PROPERTIES } from './policy-carriers-schema';
import type { SchemaLeaf } from './policy-carriers-schema';
import type { PolicyCarrier } from '../../../src/guardrails/engine/policy-carriers';
import { POLICY_CARRIERS, STATEMENT_LIKE } from '../../../src/guardrails/engine/policy-carriers';

const NAMED_LIKE_A_POLICY = /polic(y|ies)|AssumeRole.*Document|Statement/i;
const DESCRIBED_AS_A_POLICY = /\bpolicy (document|text|content)\b|\b(resource|trust|IAM)(-based)? policy\b/i;
const NAMES_WHO = /^(?!Allow).*(Principals?|PrincipalArn|PrincipalId|Grantee)$|^StatementId$/i;

/** Documented by AWS for SAM, and absent from the schema that the test reads. */
const ABSENT_FROM_SCHEMA = [
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-resourcepolicystatement.html
  'AWS::Serverless::Api Auth.ResourcePolicy.CustomStatements',
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-resourcepolicystatement.html
  'AWS::Serverless::StateMachine Events.{}.Properties.Auth.ResourcePolicy.CustomStatements',
];

const carriers: readonly (readonly [string, PolicyCarrier])[] = Object.entries(POLICY_CARRIERS)
  .flatMap(([resourceType, list]) => list.map((carrier) => [resourceType, carrier] as const));

const placeOf = ({ resourceType, path }: SchemaLeaf): string => `${resourceType} ${path}`;

/**
 * Where the schema has the document of a carrier: it may list the statements one by one, describes SAM's documents from within, and may say
 * that a single one stands for a list.
 */
function placesOf({ path, format }: PolicyCarrier): readonly string[] {
  const places = [...new Set([path, path.replace(/\.\*$/, '')])];
  return format === 'statement' ? [path, `${path}.*`] : places.flatMap((place) => [place, `${place}.Statement`]);
}

function isCarried({ resourceType, path }: SchemaLeaf): boolean {
  return (POLICY_CARRIERS[resourceType] ?? []).some((carrier) => placesOf(carrier).includes(path));
}

function isExcepted(leaf: SchemaLeaf): boolean {
  return PLACES[placeOf(leaf)] !== undefined
    || (leaf.type === 'string' && (POINTS_TO_A_POLICY.test(leaf.name) || STRINGS_BY_NAME[leaf.name] !== undefined));
}

/** Places where a policy document could stand, and which nobody has decided about. */
function undecided(leaves: readonly SchemaLeaf[]): string[] {
  const open = leaves
    .filter(({ name, type, documentation }) =>
      (NAMED_LIKE_A_POLICY.test(name) && (type === 'json' || type === 'string'))
      || (type === 'json' && name !== 'Tags' && DESCRIBED_AS_A_POLICY.test(documentation)))
    .filter((leaf) => !isCarried(leaf) && !isExcepted(leaf));
  return [...new Set(open.map(placeOf))];
}

/** Whether the schema knows a path, as a value or as something that holds values. */
function isKnown(resourceType: string, path: string): boolean {
  return SCHEMA_LEAVES.some((leaf) => leaf.resourceType === resourceType
    && (leaf.path === path || leaf.path.startsWith(`${path}.`)));
}

describe('the list of types that carry a policy', () => {
  test('decides about every property of the resource schema that could hold a policy document', () => {
    expect(undecided(SCHEMA_LEAVES)).toEqual([]);
  });

  test.each<[string, Partial<SchemaLeaf>]>([
    ['a new type', { resourceType: 'AWS::New::ResourcePolicy', path: 'Policy', name: 'Policy', type: 'json' }],
    ['a new property of a known type', { resourceType: 'AWS::SQS::Queue', path: 'QueuePolicy', name: 'QueuePolicy', type: 'string' }],
    ['a document where another type has a choice', { resourceType: 'AWS::New::Thing', path: 'SecurityPolicy', name: 'SecurityPolicy', type: 'json' }],
    ['a new trust policy', { resourceType: 'AWS::New::Role', path: 'AssumeRoleTrustDocument', name: 'AssumeRoleTrustDocument', type: 'json' }],
    ['a document under a name that does not tell', {
      resourceType: 'AWS::New::Thing', path: 'Content', name: 'Content', type: 'json', documentation: 'The policy document of the thing.',
    }],
  ])('would miss a decision about %s', (_, leaf) => {
    const added = { documentation: '', ...leaf } as SchemaLeaf;
    expect(undecided([added])).toEqual([placeOf(added)]);
  });

  test('makes no exception for anything that the schema no longer has or that carries a policy', () => {
    const left = SCHEMA_LEAVES.filter((leaf) => !isCarried(leaf));
    const places = new Set(left.map(placeOf));
    const names = new Set(left.filter(({ type }) => type === 'string').map(({ name }) => name));
    expect(Object.keys(PLACES).filter((place) => !places.has(place))).toEqual([]);
    expect(Object.keys(STRINGS_BY_NAME).filter((name) => !names.has(name))).toEqual([]);
  });

  test('names only places that the schema has, in a format that it takes there', () => {
    const wrong = carriers.filter(([resourceType, carrier]) => {
      const places = placesOf(carrier);
      const types = SCHEMA_LEAVES.filter((leaf) => leaf.resourceType === resourceType && places.includes(leaf.path)).map(({ type }) => type);
      return !types.includes(carrier.format === 'json-text' ? 'string' : 'json');
    });
    expect(wrong.map(([resourceType, { path }]) => `${resourceType} ${path}`)).toEqual(ABSENT_FROM_SCHEMA);
  });

  test('finds what a policy is attached to in properties that the schema has', () => {
    const wrong = carriers.flatMap(([resourceType, { attachedTo = [], onlyIf }]) =>
      [...attachedTo, ...(onlyIf ? [onlyIf.path] : [])].filter((path) => !isKnown(resourceType, path)).map((path) => `${resourceType} ${path}`));
    expect(wrong).toEqual([]);
  });

  test('lists no place twice', () => {
    const places = carriers.map(([resourceType, { path }]) => `${resourceType} ${path}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  test('gives no type that is a policy of its own to itself', () => {
    const wrong = carriers.filter(([resourceType, { kind, attachedTo }]) =>
      kind === 'resource' && /Policy$/.test(resourceType) && attachedTo === undefined);
    expect(wrong.map(([resourceType]) => resourceType)).toEqual([]);
  });

  test.each<[string, PolicyCarrier[]]>([
    ['AWS::IAM::Role', [
      { path: 'Policies.*.PolicyDocument', kind: 'identity', format: 'document' },
      { path: 'AssumeRolePolicyDocument', kind: 'trust', format: 'document' },
    ]],
    ['AWS::IAM::ManagedPolicy', [
      { path: 'PolicyDocument', kind: 'identity', format: 'document', attachedTo: ['Roles', 'Users', 'Groups'] },
    ]],
    ['AWS::S3::BucketPolicy', [{ path: 'PolicyDocument', kind: 'resource', format: 'document', attachedTo: ['Bucket'] }]],
    ['AWS::KMS::Key', [{ path: 'KeyPolicy', kind: 'resource', format: 'document' }]],
    ['AWS::Logs::ResourcePolicy', [{ path: 'PolicyDocument', kind: 'resource', format: 'json-text', attachedTo: [] }]],
    ['AWS::Events::EventBusPolicy', [{ path: 'Statement', kind: 'resource', format: 'statement', attachedTo: ['EventBusName'] }]],
    ['AWS::Transfer::User', [{ path: 'Policy', kind: 'boundary', format: 'json-text', attachedTo: ['Role'] }]],
  ])('knows %s', (resourceType, expected) => {
    expect(POLICY_CARRIERS[resourceType]).toEqual(expected);
  });

  test('reads policies of an organisation only where they are in the grammar of IAM', () => {
    const [policy] = POLICY_CARRIERS['AWS::Organizations::Policy'];
    expect(policy).toMatchObject({ kind: 'service-control', onlyIf: { path: 'Type' } });
    expect(policy.onlyIf?.oneOf).toContain('SERVICE_CONTROL_POLICY');
    expect(policy.onlyIf?.oneOf).not.toContain('TAG_POLICY');
  });
});

describe('the list of types that are a statement without a document', () => {
  test('decides about every type of the resource schema that names a principal', () => {
    const open = [...SCHEMA_PROPERTIES].filter(([resourceType, names]) =>
      names.some((name) => NAMES_WHO.test(name)) && !STATEMENT_LIKE[resourceType] && !NAMES_A_PRINCIPAL[resourceType]);
    expect(open.map(([resourceType]) => resourceType)).toEqual([]);
  });

  test('makes no exception for a type that is gone, names no principal or is a statement', () => {
    const stale = Object.keys(NAMES_A_PRINCIPAL).filter((resourceType) =>
      STATEMENT_LIKE[resourceType] || !SCHEMA_PROPERTIES.get(resourceType)?.some((name) => NAMES_WHO.test(name)));
    expect(stale).toEqual([]);
  });

  test('names only properties that the schema has, and every one that narrows a statement', () => {
    for (const [resourceType, { principal, action, resource, effect, conditions, otherLimits, unless }] of Object.entries(STATEMENT_LIKE)) {
      const inConditions = conditions.map(({ path }) => path);
      const optional = [action, effect, unless].filter((path) => typeof path === 'string');
      const paths = [principal, resource, ...optional, ...inConditions, ...otherLimits];
      const read = new Set([...paths.map((path) => path.split('.')[0]), 'StatementId']);
      expect({
        resourceType,
        unknown: paths.filter((path) => !isKnown(resourceType, path)),
        unread: SCHEMA_PROPERTIES.get(resourceType)!.filter((name) => !read.has(name)),
      }).toEqual({ resourceType, unknown: [], unread: [] });
    }
  });

  test('is only in the list of carriers too, where a property can hold the whole statement', () => {
    const both = Object.keys(STATEMENT_LIKE).filter((resourceType) => POLICY_CARRIERS[resourceType]);
    expect(both).toEqual(['AWS::Events::EventBusPolicy']);
    expect(POLICY_CARRIERS[both[0]].map(({ path }) => path)).toEqual([STATEMENT_LIKE[both[0]].unless]);
  });
});
