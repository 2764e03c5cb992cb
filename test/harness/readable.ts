const PSEUDO: Record<string, string> = {
  'AWS::Partition': 'aws', 'AWS::URLSuffix': 'amazonaws.com', 'AWS::Region': '<region>', 'AWS::AccountId': '<account>',
};

/**
 * A template fragment with its intrinsics as text, and action lists sorted, so that one expectation reads the same with and
 * without feature flags: `arn:aws:sns:<region>:<account>:*`, `Topic.Arn` for a Fn::GetAtt, `Topic` for a Ref.
 */
export function readable(value: any): any {
  if (Array.isArray(value)) return value.map(readable);
  if (value === null || typeof value !== 'object') return value;
  const [[key, argument], ...rest] = [...Object.entries<any>(value), ['', undefined]];
  if (rest.length === 1) {
    if (key === 'Ref') return PSEUDO[argument] ?? argument;
    if (key === 'Fn::GetAtt') return argument.join('.');
    if (key === 'Fn::Join') return readable(argument[1]).join(argument[0]);
    if (key === 'Fn::Split') return readable(argument[1]).split(argument[0]);
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) =>
    [name, name === 'Action' && Array.isArray(inner) ? [...inner].sort() : readable(inner)]));
}

/** The statements of a policy resource (identity, resource or key policy), readable. */
export function statementsOf(resource: any): any[] {
  return readable((resource.Properties.PolicyDocument ?? resource.Properties.KeyPolicy).Statement);
}
