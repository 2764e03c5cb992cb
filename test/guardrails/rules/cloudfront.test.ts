import { describeService } from './judge-verdicts';
import { AppModel } from '../../../src/guardrails/engine/app-model';
import { originsBehind } from '../../../src/guardrails/rules/cloudfront/origins';
import { attempt } from '../engine/possible-values';

describeService('cloudfront');

describe('the origins behind a behaviour', () => {
  const ORIGINS = [{ Id: 'a', DomainName: 'a.example.com' }, { Id: 'b', DomainName: 'b.example.com' }, { Id: 'c', DomainName: 'c.example.com' }];
  const GROUPS = { Items: [{ Id: 'one', Members: { Items: [{ OriginId: 'b' }, { OriginId: 'c' }] } }, { Id: 'two', Members: { Items: [{ OriginId: 'a' }] } }] };
  const GIVEN = { Ref: 'Given' };

  /** Domains of the origins that are meant. */
  function behind(target: unknown, config: object = {}): unknown {
    const distribution = { Origins: ORIGINS, OriginGroups: GROUPS, DefaultCacheBehavior: { TargetOriginId: target }, ...config };
    const app = new AppModel([{
      file: 't',
      body: { Parameters: { Given: { Type: 'String' } }, Resources: { Subject: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: distribution } } } },
    }]);
    const [subject] = app.declared('AWS::CloudFront::Distribution');
    return attempt(() => originsBehind(subject.get('DistributionConfig.DefaultCacheBehavior'), subject).map(({ domain }) => domain.text()?.split('.')[0]));
  }

  test.each<[string, unknown, object, unknown]>([
    ['the one that it names', 'b', {}, ['b']],
    ['the members of a group that it names', 'one', {}, ['b', 'c']],
    ['the members of another', 'two', {}, ['a']],
    ['all, where it names none that is there', 'other', {}, ['a', 'b', 'c']],
    ['all, where it names nothing', { Ref: 'AWS::NoValue' }, {}, ['a', 'b', 'c']],
    ['the one that is written the same, whatever that is', GIVEN, { Origins: [{ Id: GIVEN, DomainName: 'x.example.com' }, ...ORIGINS] }, ['x']],
    ['nobody knows which', GIVEN, {}, expect.stringMatching(/^unknown: /)],
    ['the legacy one beside it', 'a', { CustomOrigin: { DNSName: 'old.example.com' } }, ['a', 'old']],
    ['the legacy bucket', 'a', { Origins: [], S3Origin: { DNSName: 'bucket.s3.amazonaws.com' } }, ['bucket']],
  ])('%s', (_, target, config, expected) => expect(behind(target, config)).toEqual(expected));
});
