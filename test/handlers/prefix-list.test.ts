import { DescribeManagedPrefixListsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { awsError, invoke } from './cloudformation-events';
import { retryWhileDenied } from '../../handlers/cloudformation';
import { handler } from '../../handlers/prefix-list';

const ec2 = mockClient(EC2Client);
const S3 = { PrefixListName: 'com.amazonaws.eu-west-1.s3', PrefixListId: 'pl-s3' };
const DYNAMODB = { PrefixListName: 'com.amazonaws.eu-west-1.dynamodb', PrefixListId: 'pl-ddb' };

beforeEach(() => {
  ec2.reset();
  process.env.AWS_REGION = 'eu-west-1';
});

test.each(['Create', 'Update'] as const)('finds on %s the lists of AWS in its own region', async (type) => {
  ec2.on(DescribeManagedPrefixListsCommand).resolves({ PrefixLists: [DYNAMODB, S3] });
  const { body } = await invoke(handler, type, { Services: ['dynamodb', 's3'] });
  expect(body).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'prefix-lists', Data: { s3: 'pl-s3', dynamodb: 'pl-ddb' } });
  expect(ec2.commandCalls(DescribeManagedPrefixListsCommand)[0].args[0].input.Filters).toEqual([
    { Name: 'owner-id', Values: ['AWS'] },
    { Name: 'prefix-list-name', Values: ['com.amazonaws.eu-west-1.dynamodb', 'com.amazonaws.eu-west-1.s3'] },
  ]);
});

test('fails the deployment where a region has no such list, and says what to do', async () => {
  ec2.on(DescribeManagedPrefixListsCommand).resolves({ PrefixLists: [S3] });
  expect((await invoke(handler, 'Create', { Services: ['dynamodb', 's3'] })).body).toMatchObject({
    Status: 'FAILED', PhysicalResourceId: 'request-1', Reason: expect.stringContaining('no AWS-managed prefix list for dynamodb: pass the ids'),
  });
});

test('keeps its physical id when an update fails, so that nothing is deleted', async () => {
  ec2.on(DescribeManagedPrefixListsCommand).rejects(awsError('InternalError'));
  expect((await invoke(handler, 'Update', { Services: ['s3'] })).body).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'physical-1' });
});

test('calls nothing on deletion', async () => {
  expect((await invoke(handler, 'Delete', { Services: ['s3'] })).body.Status).toBe('SUCCESS');
  expect(ec2.calls()).toHaveLength(0);
});

test('answers by PUT without a content type, as the presigned URL is signed', async () => {
  const { method, headers } = await invoke(handler, 'Delete', {});
  expect(method).toBe('PUT');
  expect(headers).not.toHaveProperty('content-type');
  expect(headers).toHaveProperty('content-length');
});

test('throws when CloudFormation does not take the answer, so that Lambda tries again', async () => {
  await expect(invoke(handler, 'Delete', {}, 403)).rejects.toThrow('HTTP 403');
});

test('waits until IAM has spread the permissions of its role', async () => {
  let calls = 0;
  const call = async () => {
    if (++calls < 3) throw awsError('UnauthorizedOperation');
    return 'done';
  };
  await expect(retryWhileDenied(call, 1)).resolves.toBe('done');
});

test('gives up when the permission never comes', async () => {
  await expect(retryWhileDenied(async () => { throw awsError('UnauthorizedOperation'); }, 1)).rejects.toThrow('UnauthorizedOperation');
});
