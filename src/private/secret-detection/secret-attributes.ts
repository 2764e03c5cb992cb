/** Attributes of resources that are credentials themselves: CloudFormation writes them in clear text wherever they are referred to. */
export const SECRET_ATTRIBUTES: ReadonlySet<string> = new Set([
  'AWS::AppSync::ApiKey.ApiKey',
  'AWS::Cognito::UserPoolClient.ClientSecret',
  'AWS::IAM::AccessKey.SecretAccessKey',
]);

/** What `userPoolClientSecret` of CDK is: this attribute of a custom resource that asks Cognito for it. */
export const ASKED_OF_COGNITO = 'UserPoolClient.ClientSecret';
