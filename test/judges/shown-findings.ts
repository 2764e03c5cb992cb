/** Of a plain bucket: nobody sets these on the first try, and each is a warning. */
const OF_A_BUCKET = ['s3/abort-incomplete-uploads', 's3/access-logging', 's3/acl-disabled', 's3/lifecycle'];

/**
 * What the default set finds in the guides on purpose: they show plain constructs of CDK, so that there is something to say. By page. Of severity
 * critical and high is only what the page itself waives: the synth of its example would fail.
 */
export const SHOWN_FINDINGS: Readonly<Record<string, readonly string[]>> = {
  'docs/guardrails/README.md': at('Shop/Orders/Resource', ...OF_A_BUCKET, 's3/versioning'),
  'docs/guardrails/coming-from-cdk-nag.md': at('Shop/Orders/Resource', ...OF_A_BUCKET),
  'docs/guardrails/waivers-and-baseline.md': at('Shop/Catalogue/Resource', ...OF_A_BUCKET, 's3/bucket-block-public-access', 's3/tls-only', 's3/versioning'),
  'docs/guardrails/writing-your-own-rule.md': [
    ...at('Shop/Orders/Resource', ...OF_A_BUCKET, 's3/tls-only', 's3/versioning'),
    ...at('Shop/Report/Resource', 'lambda/logging-config', 'lambda/xray-tracing'),
  ],
};

function at(path: string, ...rules: readonly string[]): string[] {
  return rules.map((rule) => `${rule} at ${path}`);
}
