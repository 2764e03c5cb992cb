import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyType, ResourceProperties } from '@aws-cdk/service-spec-types';
import { NO_ABSENCE, REQUIRED } from './no-absence';
import { ALL_RULES } from '../../src/guardrails/rules/all-rules';

test('each rule says what a property left out means, and where AWS says so, or takes none for a value', () => {
  const without = ALL_RULES.filter(({ absent }) => absent === undefined).map(({ id }) => id);
  expect(Object.values(NO_ABSENCE).flat().sort()).toEqual(without.sort());
  const sources = ALL_RULES.flatMap(({ absent }) => (absent === undefined ? [] : [absent.source]));
  expect(sources.filter((source) => !source.startsWith('https://docs.aws.amazon.com/') && !source.startsWith('https://aws.amazon.com/'))).toEqual([]);
});

const SPEC = loadAwsServiceSpecSync();

test('each rule of a required property names it', () => {
  expect(Object.keys(REQUIRED).sort()).toEqual([...NO_ABSENCE['CloudFormation requires the property']].sort());
});

test.each(Object.values(REQUIRED).flat())('CloudFormation requires it: %s %s', (type, path) => {
  const [resource] = SPEC.lookup('resource', 'cloudFormationType', 'equals', type);
  expect(isRequired(resource.properties, path.split('.'))).toBe(true);
});

/** Whether the last step of a path has to be there, where all before it is. */
function isRequired(properties: ResourceProperties, [step, ...rest]: readonly string[]): boolean {
  const { required = false, type } = properties[step];
  if (rest.length === 0) return required;
  return type.type === 'array' ? isRequired(membersOf(type.element), rest.slice(1)) : isRequired(membersOf(type), rest);
}

function membersOf(type: PropertyType): ResourceProperties {
  return type.type === 'ref' ? SPEC.get('typeDefinition', type.reference.$ref).properties : {};
}
