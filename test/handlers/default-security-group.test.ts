import { EC2Client, RevokeSecurityGroupEgressCommand, RevokeSecurityGroupIngressCommand } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { awsError, invoke } from './cloudformation-events';
import { handler } from '../../handlers/default-security-group';

const ec2 = mockClient(EC2Client);
const GROUP = { GroupId: 'sg-1' };

beforeEach(() => ec2.reset());

test.each(['Create', 'Update'] as const)('revokes on %s the rules that AWS puts into a default security group', async (type) => {
  ec2.onAnyCommand().resolves({});
  const { body } = await invoke(handler, type, GROUP);
  expect(ec2.commandCalls(RevokeSecurityGroupIngressCommand).map((call) => call.args[0].input)).toEqual([
    { GroupId: 'sg-1', IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-1', UserId: '111122223333' }] }] },
  ]);
  expect(ec2.commandCalls(RevokeSecurityGroupEgressCommand).map((call) => call.args[0].input)).toEqual([
    { GroupId: 'sg-1', IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] },
    { GroupId: 'sg-1', IpPermissions: [{ IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] }] },
  ]);
  expect(body).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'closed-sg-1', LogicalResourceId: 'Custom' });
});

test('is content when the rules are gone already', async () => {
  ec2.onAnyCommand().rejects(awsError('InvalidPermission.NotFound'));
  expect((await invoke(handler, 'Create', GROUP)).body.Status).toBe('SUCCESS');
});

test('leaves the group closed on deletion', async () => {
  const { body } = await invoke(handler, 'Delete', GROUP);
  expect(ec2.calls()).toHaveLength(0);
  expect(body).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'physical-1' }); // also where that is the id of a failed creation
});

test('fails the deployment when a rule cannot be revoked', async () => {
  ec2.onAnyCommand().rejects(awsError('InvalidGroup.NotFound'));
  expect((await invoke(handler, 'Create', GROUP)).body).toMatchObject({
    Status: 'FAILED', PhysicalResourceId: 'request-1', Reason: expect.stringContaining('InvalidGroup.NotFound'),
  });
});
