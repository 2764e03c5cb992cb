import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { grantToPrincipal } from '../grant-to-principal';
import { grantKeyUse } from '../keys/key-grants';

/** The L2 table whose stream can be read without the key being open to its reader: what `DynamoEventSource` asks for. */
export class HardenedTable extends dynamodb.Table {
  public grantStreamRead(grantee: iam.IGrantable): iam.Grant {
    return grantStreamRead(this, grantee);
  }
}

/** The same with replicas. */
export class HardenedGlobalTable extends dynamodb.TableV2 {
  public grantStreamRead(grantee: iam.IGrantable): iam.Grant {
    return grantStreamRead(this, grantee);
  }
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
function grantStreamRead(table: dynamodb.Table | dynamodb.TableV2, grantee: iam.IGrantable): iam.Grant {
  table.grantTableListStreams(grantee); // fails where there is no stream; the action knows no single streams
  const read = grantToPrincipal(table, {
    grantee,
    actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    resourceArns: [table.tableStreamArn!],
  });
  return read.combine(grantKeyUse(table, grantee, table.encryptionKey!, { via: 'dynamodb', actions: ['kms:Decrypt', 'kms:DescribeKey'] }));
}
