import { Aws, SecretValue, Stack } from 'aws-cdk-lib';
import { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { plainApi } from './protected-stage';
import { FirewallScope, IpSet, WebFirewall, WebFirewallProps } from '../../src/api';
import { inBothFlagModes, newApp, newStack, only, templateOf } from '../harness/apps';

const EDGE = { account: '111122223333', region: 'us-east-1' };

function edgeStack(): Stack {
  return new Stack(newApp(), 'Stack', { env: EDGE });
}

function edgeFirewall(stack: Stack, props: WebFirewallProps = {}): WebFirewall {
  return new WebFirewall(stack, 'Firewall', { scope: FirewallScope.CLOUDFRONT, ...props });
}

function distributionIn(stack: Stack): Distribution {
  return new Distribution(stack, 'Site', { defaultBehavior: { origin: new HttpOrigin('www.example.com') } });
}

inBothFlagModes(() => {
  test('a firewall for CloudFront stands in front of a distribution', () => {
    const stack = edgeStack();
    edgeFirewall(stack, { blockedIps: [IpSet.v4(['198.51.100.0/24'])] }).associateDistribution(distributionIn(stack));
    const template = templateOf(stack);
    const acl = only(template, 'AWS::WAFv2::WebACL');
    expect(acl.resource.Properties.Scope).toBe('CLOUDFRONT');
    template.hasResourceProperties('AWS::WAFv2::IPSet', { Scope: 'CLOUDFRONT' });
    expect(only(template, 'AWS::CloudFront::Distribution').resource.Properties.DistributionConfig.WebACLId).toEqual({ 'Fn::GetAtt': [acl.id, 'Arn'] });
    template.resourceCountIs('AWS::WAFv2::WebACLAssociation', 0);
  });

  test('its metric has no region, its body limit is that of distributions, its IP sets are global', () => {
    const stack = edgeStack();
    const arn = 'arn:aws:wafv2:us-east-1:111122223333:global/ipset/offices/1234';
    const firewall = edgeFirewall(stack, {
      uploadRoutes: [{ method: 'PUT', path: '/documents/{id}', maxBytes: 65_536 }], trustedIps: [IpSet.existing(arn)],
    });
    expect(Object.keys(firewall.metricBlockedRequests().dimensions!)).toEqual(['WebACL', 'Rule']);
    expect(only(templateOf(stack), 'AWS::WAFv2::WebACL').resource.Properties.AssociationConfig)
      .toEqual({ RequestBody: { CLOUDFRONT: { DefaultSizeInspectionLimit: 'KB_64' } } });
  });

  test('a required header comes before every other rule, holds a reference to the secret and is hidden', () => {
    const stack = newStack();
    const firewall = new WebFirewall(stack, 'Firewall');
    firewall.associate(plainApi(stack).deploymentStage);
    const secret = new Secret(stack, 'Secret');
    firewall.requireHeader('X-Origin-Secret', secret.secretValue);
    const template = templateOf(stack);
    const { Rules, DataProtectionConfig } = only(template, 'AWS::WAFv2::WebACL').resource.Properties;
    const rule = [...Rules].sort((left: any, right: any) => left.Priority - right.Priority)[0];
    expect(rule).toMatchObject({ Name: 'RequiredHeader', Action: { Block: { CustomResponse: { ResponseCode: 403 } } } });
    const match = rule.Statement.NotStatement.Statement.ByteMatchStatement;
    expect(match).toMatchObject({ FieldToMatch: { SingleHeader: { Name: 'x-origin-secret' } }, PositionalConstraint: 'EXACTLY' });
    expect(JSON.stringify(match.SearchString)).toMatch(/\{\{resolve:secretsmanager:.*"Ref":"Secret[^"]*".*:SecretString:::\}\}/);
    expect(DataProtectionConfig.DataProtections[0].Field.FieldKeys).toContain('x-origin-secret');
    expect(only(template, 'AWS::WAFv2::LoggingConfiguration').resource.Properties.RedactedFields)
      .toContainEqual({ SingleHeader: { Name: 'x-origin-secret' } });
  });

  test('while a secret changes, two values are accepted', () => {
    const stack = newStack();
    const firewall = new WebFirewall(stack, 'Firewall');
    firewall.requireHeader('x-origin-secret', new Secret(stack, 'Old').secretValue, new Secret(stack, 'New').secretValue);
    const rule = only(templateOf(stack), 'AWS::WAFv2::WebACL').resource.Properties.Rules.find(({ Name }: any) => Name === 'RequiredHeader');
    expect(rule.Statement.NotStatement.Statement.OrStatement.Statements).toHaveLength(2);
  });

  describe('refuses', () => {
    const clashes: [string, () => unknown, string][] = [
      ['the scope of CloudFront in another region', () => edgeFirewall(new Stack(newApp(), 'Stack', { env: { region: 'eu-west-1' } })),
        '[Stack/Firewall] scope = "CLOUDFRONT": what AWS WAF keeps for CloudFront lives in us-east-1 only, and this stack is in eu-west-1. '
        + 'Put it into a stack of its own there: new Stack(app, id, { env: { account, region: "us-east-1" } })'],
      ['the scope of CloudFront where the region is not known', () => edgeFirewall(newStack()), 'the region of this stack is not known at synth'],
      ['a regional IP set in front of CloudFront', () => edgeFirewall(edgeStack(), {
        blockedIps: [IpSet.existing('arn:aws:wafv2:us-east-1:111122223333:regional/ipset/a/b')],
      }), 'it is no ARN of an IP set for CloudFront. Write arn:aws:wafv2:us-east-1:<account>:global/ipset/'],
      ['a stage behind a firewall for CloudFront', () => {
        const stack = edgeStack();
        edgeFirewall(stack).associate(plainApi(stack).deploymentStage);
      }, 'associate(stage) = "Stack/Api/DeploymentStage.prod": the firewall is for distributions of CloudFront. Make another one, with scope: FirewallScope.REGIONAL.'],
      ['a distribution behind a regional firewall', () => {
        const stack = edgeStack();
        new WebFirewall(stack, 'Firewall').associateDistribution(distributionIn(stack));
      }, 'associateDistribution(distribution) = "Stack/Site": the firewall is for stages of REST APIs and user pools. Make another one, with scope: FirewallScope.CLOUDFRONT.'],
      ['a header value in plain text', () => new WebFirewall(newStack(), 'Firewall').requireHeader('x-origin', SecretValue.unsafePlainText('hunter2')),
        'the value would stand in the template for everybody who may read it. Keep it in a secret'],
      ['a header without a value', () => new WebFirewall(newStack(), 'Firewall').requireHeader('x-origin'), 'there is no value to ask for'],
      ['a second header, which would end the demand for the first', () => {
        const stack = newStack();
        const firewall = new WebFirewall(stack, 'Firewall');
        const value = new Secret(stack, 'Secret').secretValue;
        firewall.requireHeader('x-origin-secret', value);
        firewall.requireHeader('x-origin-secret', value); // the same again changes nothing
        firewall.requireHeader('x-partner', value);
      }, 'requireHeader(name) = "x-partner": the firewall asks for another header or other values already'],
      ['another value of the header', () => {
        const stack = newStack();
        const firewall = new WebFirewall(stack, 'Firewall');
        firewall.requireHeader('x-origin-secret', new Secret(stack, 'One').secretValue);
        firewall.requireHeader('x-origin-secret', new Secret(stack, 'Other').secretValue);
      }, 'Give all values in one call'],
      ['a header whose name is a token', () => new WebFirewall(newStack(), 'Firewall').requireHeader(Aws.REGION, SecretValue.secretsManager('origin')),
        'must be known at synth'],
    ];
    test.each(clashes)('%s', (_, build, text) => {
      expect(build).toThrow(text);
    });
  });

  test('refuses at synth that the distribution is taken from behind it', () => {
    const stack = edgeStack();
    const distribution = distributionIn(stack);
    edgeFirewall(stack).associateDistribution(distribution);
    (distribution.node.defaultChild as any).addPropertyDeletionOverride('DistributionConfig.WebACLId');
    expect(() => templateOf(stack)).toThrow(/the distribution Stack\/Site is behind this firewall/);
  });
});
