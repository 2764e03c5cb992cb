import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import { violation } from '../../engine/violation';

/** Types that some changes replace, and the property with their name. */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::ApiKey': 'Name',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::EC2::SecurityGroup': 'GroupName',
  'AWS::ECR::Repository': 'RepositoryName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Kinesis::Stream': 'Name',
  'AWS::RDS::DBInstance': 'DBInstanceIdentifier',
};

export const rule = defineRule({
  id: 'cloudformation/no-explicit-physical-names',
  title: 'Resources that changes may replace have no name of their own',
  severity: 'low',
  resourceTypes: Object.keys(NAMES),
  controls: {},
  peers: {
    guard: ['CFN_NO_EXPLICIT_RESOURCE_NAMES'],
    other: ['cfn_nag:W28'],
  },
  rationale: 'A change that replaces the resource fails, since the new one cannot have the name of the old: in the middle of an incident the fix does '
    + 'not deploy.',
  whenNotToUse: 'Resources that others know by name: other accounts, partners, dashboards.',
  fix: 'Leave `tableName`, `roleName` and the like out, and hand the generated name on by reference, such as `table.tableName`. Taking a name away from '
    + 'a resource that is deployed replaces it: a table is empty then.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html',
    'https://docs.aws.amazon.com/cdk/v2/guide/best-practices.html',
  ],
  absent: {
    means: 'CloudFormation generates a name.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html',
  },
  outsideDefault: 'an opinion: names are ordinary where other stacks, policies and people refer to a resource',
  divergences: [
    {
      peer: 'guard:CFN_NO_EXPLICIT_RESOURCE_NAMES',
      how: 'It refuses names that a parameter gives, which a deployment can change; here they are INSUFFICIENT_DATA.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/tree/main/rules/aws',
    },
  ],
  check: (resource) => {
    const property = NAMES[resource.type];
    const name = resource.get(property);
    if (name.isAbsent) return 'COMPLIANT';
    const open = openPart(name.parts() ?? unknown('text is expected here', name.location));
    return open === undefined ? violation(name, `${property} is given`) : unknown(open.why, name.location);
  },
  unreachable: { NOT_APPLICABLE: 'each of these resources can go without a name' },
});
