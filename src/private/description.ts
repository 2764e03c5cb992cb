/**
 * A description in the characters and length that EC2 takes, the strictest of the services; construct ids may hold others, on which
 * the deployment would fail.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
 */
export function descriptionOf(text: string): string {
  return text.replace(/[^a-zA-Z0-9 ._:/()#,@[\]+=&;{}!$*-]/g, '_').slice(0, 255);
}
