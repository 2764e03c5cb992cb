import * as fs from 'fs';
import { CfnResource, Tokenization } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { knownCredential, REFERENCE, SecretFinding, secretInCode, secretInVariable } from './detect';
import { requireLiteral } from '../../private/literal';
import { describeMisuse, fail, Misuse, warn } from '../../private/misuse';
import { resolveResource } from '../../private/resolved-resource';
import type { NotSecret } from '../not-secret';

/** The name that code goes by in `notSecrets`. */
const CODE = 'code';

/** Bigger files are generated: bundles and data, which other scanners read without keeping a synth waiting. */
const LARGEST_FILE_BYTES = 256 * 1024;

const EXCEPTION_FOR_CODE = `add { variable: '${CODE}', reason: '...' } to notSecrets`;

const INSTEAD = 'Store it in Secrets Manager or as an SSM SecureString, put its ARN into the variable, let the function read it '
  + '(grantSecretRead(secret)) and read it at run time.';

/** Keeps credentials out of the template of one function: at construction, and at synth for what is added later. */
export class SecretGuard {
  private readonly accepted = new Set<string>();

  constructor(private readonly owner: Construct, notSecrets: NotSecret[]) {
    for (const { variable, reason } of notSecrets) {
      requireLiteral(owner, 'notSecrets variable', variable);
      requireLiteral(owner, 'notSecrets reason', reason);
      if (reason.trim() === '') {
        fail(owner, {
          prop: 'notSecrets',
          value: variable,
          problem: 'the reason is empty, so nobody can review the exception',
          instead: `Write why ${variable} may be public, for example "publishable key, meant for browsers".`,
        });
      }
      this.accepted.add(variable);
    }
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
    for (const file of files) {
      if (fs.statSync(file).size > LARGEST_FILE_BYTES) continue;
      const found = knownCredential(fs.readFileSync(file, 'utf8'));
      if (found) fail(this.owner, misuseOfFinding(`code (${file})`, found, EXCEPTION_FOR_CODE));
    }
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
    const misuses = variables.map(([name, value]) => this.misuseOf(name, resolvedParts(value)));
    if (Code?.ZipFile !== undefined) misuses.push(this.misuseOfCode(resolvedParts(Code.ZipFile)));
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

/** The same for a resolved value: the literal parts of joins and substitutions, with a mark for everything else. */
function resolvedParts(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '').replace(/\{\{resolve:[^}]*\}\}/g, REFERENCE);
  const { 'Fn::Join': join, 'Fn::Sub': sub } = value as { 'Fn::Join'?: [string, unknown]; 'Fn::Sub'?: unknown };
  if (join && Array.isArray(join[1])) return join[1].map(resolvedParts).join(join[0]);
  const template = Array.isArray(sub) ? sub[0] : sub;
  if (typeof template === 'string') return template.replace(/\$\{[^!][^}]*\}/g, REFERENCE);
  return REFERENCE;
}
