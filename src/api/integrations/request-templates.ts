import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { PutEventChoice, SendMessageChoice } from './integration-choice';
import { LONGEST_ID } from './message-id';
import { verifiesNatively, whyNotNative } from '../jwt/native-jwt';
import type { AuthChoice } from '../routes/auth-choice';

/**
 * The body as API Gateway has understood and checked it, written anew: what follows the end of it, and keys that occur twice, are gone, so
 * that whoever reads the message reads what the schema was held against.
 */
const BODY = "$input.json('$')";

/** Made by API Gateway; the plain request id is no longer so where the caller has sent one. */
const REQUEST_ID = '$util.urlEncode($context.extendedRequestId)';

/**
 * Sets `$caller` to whoever the authorizer of the route has found; `$!` writes nothing where there is no such thing. It stands before an `&`:
 * with a letter behind it, `#end` would be another word and end nothing.
 */
const FIND_CALLER = '#set($caller = "$!context.authorizer.claims.sub")'
  + '#if($caller == "")#set($caller = "$!context.authorizer.principalId")#end';

/**
 * The same where API Gateway itself has verified a token: claims are JSON then, so that text would keep its quotes. Parsed inside an object, because
 * nothing says that a lone text can be.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-jwt-authorizer-claims.html
 */
const FIND_CALLER_IN_JSON = '#set($caller = "$!context.authorizer.claims.sub")'
  + '#if($caller != "")#set($object = \'{"sub":\')#set($object = "$object$caller}")#set($caller = $util.parseJson($object).sub)#end';

/**
 * The call of SendMessage as form parameters. Everything from outside goes through `urlEncode`, so that an `&` in it begins no further
 * parameter. On one line: a line break would be part of a value.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export function sendMessageTemplate(choice: SendMessageChoice, auth: AuthChoice): string {
  const caller = callerOf(auth);
  return [
    'Action=SendMessage',
    caller === '$caller' ? isClaimJson(auth) ? FIND_CALLER_IN_JSON : FIND_CALLER : '',
    `&MessageBody=$util.urlEncode(${BODY})`,
    groupParameter(choice, caller),
    deduplicationParameter(choice),
    attribute(1, 'requestId', REQUEST_ID),
    caller === '$caller' ? `#if($caller != "")${attribute(2, 'caller', '$util.urlEncode($caller)')}#end` : '',
    caller !== undefined && caller !== '$caller' ? attribute(2, 'caller', `$util.urlEncode(${caller})`) : '',
  ].join('');
}

/**
 * The call of PutEvents as JSON. `escapeJavaScript` keeps the body inside the string that `Detail` is; it also writes `\'`, which JSON
 * does not know, so that single quotes are put back.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#util-template-reference
 */
export function putEventTemplate({ bus, source, detailType }: PutEventChoice): string {
  const detail = `$util.escapeJavaScript(${BODY}).replaceAll("\\\\'","'")`;
  return `{"Entries":[{"EventBusName":"${bus.eventBusArn}","Source":"${source}","DetailType":"${detailType}","Detail":"${detail}"}]}`;
}

/** An expression for whoever called; undefined where nobody is asked. */
function callerOf({ kind }: AuthChoice): string | undefined {
  switch (kind) {
    case 'public': return undefined;
    case 'iam': return '$context.identity.caller';
    default: return '$caller';
  }
}

/** Whether claims in the context are written as JSON. */
function isClaimJson(auth: AuthChoice): boolean {
  return auth.kind === 'jwt' && verifiesNatively(auth, whyNotNative);
}

function groupParameter({ group }: SendMessageChoice, caller: string | undefined): string {
  if (!group) return '';
  const id = { single: group.value, perValueOf: fromBody(group.value) }[group.kind] ?? groupOf(caller);
  return `&MessageGroupId=${id}`;
}

/**
 * What IAM calls somebody is an id for SQS as it is: ASCII without spaces, and short. Names that authorizers give may be anything. They are
 * encoded once more, so that SQS decodes letters, digits and punctuation, and cut to its length; `-` stands for those without a name.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
function groupOf(caller: string | undefined): string {
  if (caller !== '$caller') return `$util.urlEncode(${caller})`;
  const name = `$util.urlEncode($caller).replaceAll('^(.{${LONGEST_ID}}).*', '$1')`;
  return `#if($caller == "")-#{else}$util.urlEncode(${name})#end`;
}

function deduplicationParameter({ queue, deduplicateBy }: SendMessageChoice): string {
  if (deduplicateBy !== undefined) return `&MessageDeduplicationId=${fromBody(deduplicateBy)}`;
  return queue.fifo && !deduplicatesByContent(queue) ? `&MessageDeduplicationId=${REQUEST_ID}` : '';
}

/** Whether the queue is of this app and tells duplicates by a hash of their body. */
function deduplicatesByContent(queue: sqs.IQueue): boolean {
  const resource = queue.node.defaultChild;
  return resource instanceof sqs.CfnQueue && resource.contentBasedDeduplication === true;
}

function fromBody(property: string): string {
  return `$util.urlEncode($input.path('$.${property}'))`;
}

function attribute(index: number, name: string, value: string): string {
  const start = `&MessageAttribute.${index}`;
  return `${start}.Name=${name}${start}.Value.DataType=String${start}.Value.StringValue=${value}`;
}
