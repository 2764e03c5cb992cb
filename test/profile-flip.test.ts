import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Profile } from '../src';
import { inBothFlagModes, newApp } from './harness/apps';
import { envOf, MINIMAL_APPS } from './judges/minimal-apps';

interface Resource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
}
type Resources = Record<string, Resource>;

const SPEC = loadAwsServiceSpecSync();

/** CloudFormation's own word on what a changed property does; unknown types and properties count as replacing. */
function replaces(type: string, property: string): boolean {
  const definition = SPEC.lookup('resource', 'cloudFormationType', 'equals', type)[0]?.properties[property];
  return definition === undefined || (definition.causesReplacement ?? 'no') !== 'no';
}

/** Resources that a change from one template to the other deletes or replaces, with the reason. */
function lostResources(before: Resources, after: Resources): string[] {
  return Object.entries(before).flatMap(([id, { Type, Properties = {} }]) => {
    if (after[id]?.Type !== Type) return [`${id} (${Type}) is deleted`];
    const now = after[id].Properties ?? {};
    return [...new Set([...Object.keys(Properties), ...Object.keys(now)])]
      .filter((property) => JSON.stringify(Properties[property]) !== JSON.stringify(now[property]) && replaces(Type, property))
      .map((property) => `${id} (${Type}) is replaced by a change of ${property}`);
  });
}

/** What empties buckets before their deletion: CDK's provider and the mark by which it is known. It holds no data. */
function holdsNoData(id: string, { Type }: Resource): boolean {
  return Type === 'Custom::S3AutoDeleteObjects' || id.startsWith('CustomS3AutoDeleteObjects');
}

function resourcesOf(name: string, profile: Profile): Resources {
  const stack = new Stack(newApp(), 'Stack', { env: envOf(name) });
  Profile.set(stack, profile);
  MINIMAL_APPS[name](stack);
  return Template.fromStack(stack).toJSON().Resources as Resources;
}

inBothFlagModes(() => {
  describe('changing the profile', () => {
    test.each(Object.keys(MINIMAL_APPS))('of %s replaces and deletes nothing', (name) => {
      const production = resourcesOf(name, Profile.PRODUCTION);
      const ephemeral = resourcesOf(name, Profile.EPHEMERAL);
      expect(lostResources(production, ephemeral)).toEqual([]);
      const back = Object.fromEntries(Object.entries(ephemeral).filter(([id, resource]) => !holdsNoData(id, resource)));
      expect(lostResources(back, production)).toEqual([]);
    });

    test('changes what it is there to change', () => {
      const [production, ephemeral] = [Profile.PRODUCTION, Profile.EPHEMERAL].map((profile) => resourcesOf('audit-trail', profile));
      const changed = Object.keys(production).filter((id) => JSON.stringify(production[id]) !== JSON.stringify(ephemeral[id]));
      expect(changed).toEqual(expect.arrayContaining([expect.stringMatching(/^TrailBucket/), expect.stringMatching(/^TrailLogs/)]));
    });
  });

  describe('the comparison', () => {
    const bucket = (Properties: Record<string, unknown>): Resources => ({ Bucket: { Type: 'AWS::S3::Bucket', Properties } });

    test.each<[string, Resources, Resources, string[]]>([
      ['a replacing property', bucket({ ObjectLockEnabled: true }), bucket({}), ['Bucket (AWS::S3::Bucket) is replaced by a change of ObjectLockEnabled']],
      ['a removed resource', bucket({}), {}, ['Bucket (AWS::S3::Bucket) is deleted']],
      ['another type', bucket({}), { Bucket: { Type: 'AWS::SQS::Queue' } }, ['Bucket (AWS::S3::Bucket) is deleted']],
      ['an unknown property', bucket({}), bucket({ Nonsense: 1 }), ['Bucket (AWS::S3::Bucket) is replaced by a change of Nonsense']],
      ['nothing in an update in place', bucket({ ObjectLockConfiguration: {} }), bucket({}), []],
    ])('sees %s', (_, before, after, lost) => {
      expect(lostResources(before, after)).toEqual(lost);
    });
  });
});
