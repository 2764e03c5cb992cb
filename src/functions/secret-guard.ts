import { CfnResource, Tokenization } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { NotSecret } from './not-secret';
import { credentialInFiles } from '../private/credential-in-files';
import { literalText, REFERENCE } from '../private/literal-text';
import { describeMisuse, fail, Misuse, warn } from '../private/misuse';
import { namesExcepted } from '../private/reasoned-exceptions';
import { resolveResource } from '../private/resolved-resource';
import { secretInCode, secretInVariable } from '../private/secret-detection/detect';
import type { SecretFinding } from '../private/secret-detection/finding';

/** What is read of source files: a tenth of a second; the rest is bundles and data. */
const MOST_BYTES_OF_CODE = 2 * 1024 * 1024;

/** The name that code goes by in `notSecrets`. */
const CODE = 'code';

const EXCEPTION_FOR_CODE = `add { variable: '${CODE}', reason: '...' } to notSecrets`;

const INSTEAD = 'Store it in Secrets Manager or as an SSM SecureString, put its ARN into the variable, let the function read it '
  + '(grantSecretRead(secret)) and read it at run time.';

/** Keeps credentials out of the template of one function: at construction, and at synth for what is added later. */
export class SecretGuard {
  private readonly accepted: Set<string>;

  constructor(private readonly owner: Construct, notSecrets: NotSecret[]) {
    this.accepted = namesExcepted(owner, 'notSecrets', 'variable', notSecrets.map(({ variable, reason }) => ({ name: variable, reason })));
  }

  /** Checks values as the caller wrote them; references inside are known to be references, not what they become. */
  public checkEnvironment(environment: { [name: string]: string }): void {
    for (const [name, value] of Object.entries(environment)) {
      const misuse = this.misuseOf(name, literalParts(value));
      if (misuse) fail(this.owner, misuse);
    }
  }

  /** Checks source files for credentials of recognizable form; random text is too common in code to judge. */
  public checkFiles(files: string[]): void {
    if (this.accepted.has(CODE)) return;
    const { found } = credentialInFiles(files, MOST_BYTES_OF_CODE);
    if (found) fail(this.owner, misuseOfFinding(`code (${found.file})`, found, EXCEPTION_FOR_CODE));
  }

  /** Checks inline code. */
  public checkCode(target: lambda.Function): void {
    const { code } = target.node.defaultChild as lambda.CfnFunction;
    const zipFile = (code as lambda.CfnFunction.CodeProperty).zipFile;
    const misuse = zipFile === undefined ? undefined : this.misuseOfCode(literalParts(zipFile));
    if (misuse) fail(this.owner, misuse);
  }

  /** Checks the emitted values too: `addEnvironment`, Aspects and escape hatches come later. */
  public watch(target: lambda.Function): void {
    this.owner.node.addValidation({ validate: () => this.problems(target.node.defaultChild as CfnResource) });
  }

  private problems(resource: CfnResource): string[] {
    const { Environment, Code } = (resolveResource(resource).Properties ?? {}) as {
      Environment?: { Variables?: Record<string, unknown> };
      Code?: { ZipFile?: unknown };
    };
    const variables = Object.entries(Environment?.Variables ?? {});
    for (const [name, value] of variables) this.warnOfDynamicReference(name, value);
    const misuses = variables.map(([name, value]) => this.misuseOf(name, literalText(value)));
    if (Code?.ZipFile !== undefined) misuses.push(this.misuseOfCode(literalText(Code.ZipFile)));
    return misuses.filter((misuse) => misuse !== undefined).map((misuse) => describeMisuse(this.owner, misuse));
  }

  private misuseOf(name: string, value: string): Misuse | undefined {
    const found = this.accepted.has(name) ? undefined : secretInVariable(name, value);
    return found && misuseOfFinding(`environment.${name}`, found, `add { variable: '${name}', reason: '...' } to notSecrets`);
  }

  private misuseOfCode(text: string): Misuse | undefined {
    const found = this.accepted.has(CODE) ? undefined : secretInCode(text);
    return found && misuseOfFinding('code (inline)', found, EXCEPTION_FOR_CODE);
  }

  /** The template is clean then, but CloudFormation puts the secret's value into the function's configuration. */
  private warnOfDynamicReference(name: string, value: unknown): void {
    if (this.accepted.has(name) || !/\{\{resolve:(secretsmanager|ssm-secure):/.test(JSON.stringify(value))) return;
    warn(this.owner, 'secret-in-environment', `[${this.owner.node.path}] environment.${name} is a dynamic reference to a secret: `
      + `everybody who may call lambda:GetFunctionConfiguration reads its value, and it goes stale on rotation. ${INSTEAD}`);
  }
}

/** Never the value itself: the error goes to logs and terminals. */
function misuseOfFinding(prop: string, found: SecretFinding, exception: string): Misuse {
  return {
    prop,
    value: `${found.text.slice(0, 4)}… (${found.text.length} characters)`,
    problem: `it looks like ${found.kind}, and everybody who can see the template, the code or the function's configuration could read it`,
    instead: `${INSTEAD} If it is none, ${exception}.`,
  };
}

/** A string with its tokens replaced by a mark, so that patterns see where a reference stands. */
function literalParts(value: string): string {
  return Tokenization.reverseString(value).mapTokens({ mapToken: () => REFERENCE }).join({
    join: (left: unknown, right: unknown) => `${left ?? ''}${right ?? ''}`,
  });
}
