import { type CfnResource, Stack } from 'aws-cdk-lib';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { type AccessStatement, elementsOf } from './item-access';
import { referenceIn } from '../../private/as-written-in';
import { canonicalJson } from '../../private/canonical-json';
import { isLiteral } from '../../private/literal';
import { REFERENCE } from '../../private/literal-text';
import { resolveResource } from '../../private/resolved-resource';
import { wildcardsOverlap } from '../../private/wildcard';

/** Stands in a text where the template refers to the table itself. */
const SELF = '\uFFFB';

/** How emitted policies mean a table: by reference, by its name, by wildcards. For validations. */
export class TableInPolicies {
  constructor(private readonly table: dynamodb.ITable) {}

  /** Resources of a statement that take in the table, its items, an index, a stream or a backup of it. */
  public resourcesOf({ Resource, NotResource }: AccessStatement, stack: Stack): unknown[] {
    if (NotResource !== undefined) return ['*']; // all but some: who means not this table says which
    return elementsOf(Resource ?? '*').filter((resource) => this.isMeant(this.textOf(resource, stack)));
  }

  private isMeant(text: string): boolean {
    if (text.includes(SELF)) return true;
    if (text.startsWith(REFERENCE)) return false; // another resource
    const [arn, pattern] = [segmentsOf(this.arn()), segmentsOf(text)];
    // a wildcard in one segment does not reach into the next, but at the end of an ARN that is cut short
    if (pattern.length < arn.length) return wildcardsOverlap(arn.join(':'), anyFor(text));
    const [head, [tail]] = [pattern.slice(0, -1), pattern.slice(-1)];
    // between wildcards, a reference may be anything; without them, it names another table, also where all of its indexes are meant
    const [, name = ''] = tail.split('/');
    if (name.includes(REFERENCE) && !/[*?]/.test(name)) return false;
    return head.every((segment, index) => wildcardsOverlap(arn[index], anyFor(segment)))
      && [arn[5], `${arn[5]}/*`].some((own) => wildcardsOverlap(own, anyFor(tail)));
  }

  /** What the ARN may be at deployment. */
  private arn(): string {
    const resource = this.table.node.defaultChild as CfnResource;
    const { account, region, stackName } = Stack.of(this.table);
    const known = (value: string): string => (isLiteral(value) ? value : '*');
    const name = resolveResource(resource).Properties?.TableName ?? `${known(stackName)}-*`; // as CloudFormation makes names
    const everywhere = resource.cfnResourceType === 'AWS::DynamoDB::GlobalTable'; // its items are in all of its regions
    return `arn:*:dynamodb:${everywhere ? '*' : known(region)}:${known(account)}:table/${typeof name === 'string' ? name : '*'}`;
  }

  private textOf(value: unknown, stack: Stack): string {
    const json = canonicalJson(value);
    if (this.ownNames(stack).includes(json)) return SELF;
    if (typeof value === 'string') return value.replace(/\{\{resolve:[^}]*\}\}/g, REFERENCE);
    const { 'Fn::Join': join, 'Fn::Sub': sub } = (value ?? {}) as { 'Fn::Join'?: [string, unknown]; 'Fn::Sub'?: unknown };
    if (Array.isArray(join?.[1])) return join[1].map((part) => this.textOf(part, stack)).join(join[0]);
    const [template, variables] = (Array.isArray(sub) ? sub : [sub, {}]) as [unknown, Record<string, unknown> | undefined];
    if (typeof template !== 'string') return this.refersToTable(json, stack) ? SELF : REFERENCE;
    return template.replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) => this.textOf(variables?.[name] ?? referenceBy(name), stack)).replaceAll('${!', '${');
  }

  /** How templates of that stack refer to the table, as JSON. */
  private ownNames(stack: Stack): string[] {
    const { tableArn, tableName, tableStreamArn } = this.table;
    return [tableArn, tableName, tableStreamArn].flatMap((own) => (own === undefined ? [] : referenceIn(stack, own, Stack.of(this.table)) ?? []));
  }

  /** Whether a function of the template makes something of it: a part of its ARN. */
  private refersToTable(json: string, stack: Stack): boolean {
    return this.ownNames(stack).some((own) => json.includes(own));
  }
}

/** The six parts of an ARN, or the fewer of one that is cut short. */
function segmentsOf(arn: string): string[] {
  const segments = arn.split(':');
  return segments.length < 6 ? segments : [...segments.slice(0, 5), segments.slice(5).join(':')];
}

/** The text with a wildcard for what is known at deployment, or at the time of a request. */
function anyFor(text: string): string {
  return text.replaceAll(REFERENCE, '*').replace(/\$\{[^}]*\}/g, '*');
}

/** What `${name}` of a substitution stands for. */
function referenceBy(name: string): unknown {
  const [id, ...attribute] = name.split('.');
  return attribute.length > 0 ? { 'Fn::GetAtt': [id, attribute.join('.')] } : { Ref: id };
}
