export const USAGE = `cdk-hardened: judges CloudFormation templates and CDK apps by the rules of the library

  cdk-hardened check <template.json|yaml|cdk.out>... [options]
      --rule-set NAME       rules to ask; more than one: all of them together (default: default)
      --fail-on SEVERITY    critical, high, medium, low or informational (default: high)
      --strict              what cannot be judged counts as a finding, parts of templates too
      --waivers FILE        findings that are accepted, with reason and owner
      --baseline FILE       findings that were there before; made by --write-baseline
      --write-baseline FILE record today's findings; with --baseline: what is left of it, so that it shrinks
      --format FORMAT       text, json, sarif or markdown (default: text)
      --all-verdicts        json only: every verdict, compliant ones too
      --output FILE         instead of the terminal
  cdk-hardened explain RULE
  cdk-hardened rules [--rule-set NAME]... [--format text|json]

Exit code: 0 nothing at or above the threshold, 1 findings, 2 unusable input.
`;
