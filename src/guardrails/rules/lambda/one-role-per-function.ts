import type { AppModel } from '../../engine/app-model';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';
import { violation, which } from '../../engine/violation';

export const rule = defineRule({
  id: 'lambda/one-role-per-function',
  title: 'Each Lambda function has an execution role of its own',
  severity: 'high',
  resourceTypes: ['AWS::Lambda::Function'],
  controls: {
    wellArchitected: ['SEC03-BP02'],
    owaspServerless: ['S1', 'S5'],
  },
  peers: {
    other: ['kics:4ba74f01-aba5-4be2-83bc-be79ff1a3b92'],
  },
  rationale: 'Functions that share a role have the permissions of all of them: a bug in the least important one reaches the data of '
    + 'the most important.',
  whenNotToUse: 'Functions that run the same code with the same rights, such as one handler deployed several times.',
  fix: 'Leave `role` out, so that CDK makes one for each function, and grant to the functions.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  check: (fn, app) => {
    const role = fn.get('Role');
    const parts = role.parts();
    if (parts === undefined) return unknown('the ARN of a role is expected here', role.location);
    const { others, maybeMore } = functionsWith(role, fn, app);
    if (others.length > 0) return violation(role, `it is also the role of ${namesOf(others)}`);
    const why = maybeMore ?? (role.target() === undefined ? openPart(parts)?.why : undefined);
    return why === undefined ? 'COMPLIANT' : unknown(why, role.location);
  },
  unreachable: {
    NOT_APPLICABLE: 'every function has a role',
  },
});

/** Also those that AWS SAM expands. */
const FUNCTIONS = ['AWS::Lambda::Function', 'AWS::Serverless::Function'];

/** The other functions with a role, however they name it, and why there may be more. */
function functionsWith(role: Value, fn: Resource, app: AppModel): { readonly others: readonly Resource[]; readonly maybeMore?: string } {
  const target = role.target();
  if (target === undefined) {
    const candidates = FUNCTIONS.flatMap((type) => app.mayHold(role, type, 'Role')).filter((other) => other !== fn);
    return { others: which(candidates, (other) => isSame(role, other.get('Role'))) };
  }
  const named = FUNCTIONS.map((type) => app.naming(target, type, 'Role'));
  return {
    others: named.flatMap(({ resources }) => resources).filter((other) => other !== fn),
    maybeMore: named.find(({ maybeMore }) => maybeMore !== undefined)?.maybeMore,
  };
}

/** The same text, or the name of the resource that the other one refers to. */
function isSame(role: Value, other: Value): boolean {
  const target = other.target();
  return target === undefined ? role.isSameAs(other) : role.refersTo(target);
}

function namesOf(functions: readonly Resource[]): string {
  const names = functions.map(({ logicalId }) => logicalId).sort();
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}
