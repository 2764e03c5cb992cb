import { CfnParameter, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { ENV } from '../harness/apps';

/** A token of one kind, in the three shapes that props take. */
export interface Tokens {
  readonly text: string;
  readonly number: number;
  readonly list: string[];
  /** How the template says it. */
  readonly emitted: RegExp;
}

/** The kinds of tokens that users have in their hands, made beside the stack that uses them. */
export const TOKEN_KINDS: Record<string, (stack: Stack) => Tokens> = {
  'a Lazy': () => ({
    text: Lazy.string({ produce: () => 'lazy-value' }),
    number: Lazy.number({ produce: () => 4242 }),
    list: Lazy.list({ produce: () => ['lazy-value'] }),
    emitted: /lazy-value|4242/,
  }),
  'a parameter': (stack) => ({
    text: new CfnParameter(stack, 'Text').valueAsString,
    number: new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber,
    list: new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList,
    emitted: /\{"Ref":"(Text|Number|List)"\}/,
  }),
  'text around a parameter': (stack) => ({
    text: `before-${new CfnParameter(stack, 'Text').valueAsString}-after`,
    number: new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber,
    list: Fn.split(',', `before-${new CfnParameter(stack, 'Other').valueAsString}`),
    emitted: /\{"Ref":"(Text|Number|Other)"\}/,
  }),
  'a reference to another stack': (stack) => {
    const other = new CfnQueue(new Stack(stack.node.root, 'Other', { env: ENV }), 'Queue');
    return {
      text: other.attrQueueName,
      number: Token.asNumber(other.getAtt('QueueName')),
      list: Fn.split(',', other.attrQueueName),
      emitted: /\{"Fn::(GetStackOutput|ImportValue)":/,
    };
  },
};
