import { DescribeManagedPrefixListsCommand, EC2Client } from '@aws-sdk/client-ec2';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { answer, retryWhileDenied } from '../cloudformation';

const ec2 = new EC2Client({});

/** Finds the prefix lists of gateway endpoints in the function's region: `s3` -> `pl-...`. */
export async function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  await answer(event, async () => ({
    physicalResourceId: 'prefix-lists',
    data: event.RequestType === 'Delete' ? undefined : await prefixListIds(event.ResourceProperties.Services),
  }));
}

async function prefixListIds(services: string[]): Promise<Record<string, string>> {
  const names = new Map(services.map((service) => [`com.amazonaws.${process.env.AWS_REGION}.${service}`, service]));
  const { PrefixLists = [] } = await retryWhileDenied(() => ec2.send(new DescribeManagedPrefixListsCommand({
    Filters: [
      { Name: 'owner-id', Values: ['AWS'] }, // anybody may give a list of their own such a name
      { Name: 'prefix-list-name', Values: [...names.keys()] },
    ],
  })));
  const ids: Record<string, string> = {};
  for (const list of PrefixLists) {
    const service = names.get(list.PrefixListName ?? '');
    if (service && list.PrefixListId) ids[service] = list.PrefixListId;
  }
  const missing = services.filter((service) => !ids[service]);
  if (missing.length > 0) {
    throw new Error(`${process.env.AWS_REGION} has no AWS-managed prefix list for ${missing.join(', ')}: `
      + 'pass the ids to VpcLambda as prefixLists');
  }
  return ids;
}
