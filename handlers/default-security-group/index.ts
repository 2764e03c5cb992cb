import {
  EC2Client, IpPermission, RevokeSecurityGroupEgressCommand, RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { answer, retryWhileDenied } from '../cloudformation';

const ec2 = new EC2Client({});

/** Takes the rules that AWS puts into the default security group of every new VPC out of it. */
export async function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  await answer(event, async () => {
    const groupId: string = event.ResourceProperties.GroupId;
    // nothing to do on deletion: the group goes with its VPC, and until then it stays closed
    if (event.RequestType !== 'Delete') await close(groupId, event.StackId.split(':')[4]);
    return { physicalResourceId: `closed-${groupId}` };
  });
}

/**
 * Names the rules instead of listing them: listing needs permission for every security group of the account.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
async function close(groupId: string, account: string): Promise<void> {
  const fromItself: IpPermission = { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: groupId, UserId: account }] };
  const anywhere: IpPermission[] = [
    { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
    { IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] }, // only where the VPC has an IPv6 block
  ];
  await revoke(() => ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId: groupId, IpPermissions: [fromItself] })));
  for (const rule of anywhere) {
    await revoke(() => ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId: groupId, IpPermissions: [rule] })));
  }
}

async function revoke(call: () => Promise<unknown>): Promise<void> {
  try {
    await retryWhileDenied(call);
  } catch (error) {
    if ((error as Error).name !== 'InvalidPermission.NotFound') throw error; // it is gone: what we wanted
  }
}
