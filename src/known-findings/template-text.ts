/**
 * A value of a template as cdk-nag writes it in the id of a finding: `<Bucket.Arn>/in/*` for a join of a GetAtt and a string.
 *
 * @see https://github.com/cdklabs/cdk-nag/blob/main/src/utils/flatten-cfn-reference.ts
 */
export function templateText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value.replace(/\$\{/g, '<').replace(/\}/g, '>');
  const intrinsic = value as Record<string, unknown>;
  const [name] = Object.keys(intrinsic ?? {});
  const argument = intrinsic?.[name];
  switch (name) {
    case 'Ref': return `<${templateText(argument)}>`;
    case 'Fn::GetAtt': return `<${(argument as unknown[]).map(templateText).join('.')}>`;
    case 'Fn::ImportValue':
    case 'Fn::Sub': return templateText(argument);
    case 'Fn::Join': {
      const [delimiter, parts] = argument as [string, unknown[]];
      return parts.map(templateText).join(delimiter);
    }
    default: return JSON.stringify(value);
  }
}
