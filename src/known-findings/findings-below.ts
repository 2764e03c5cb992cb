import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { API_RULES, API_WILDCARDS } from './api-findings';
import { AppFacts } from './app-facts';
import { idsOf, Place, Subject } from './catalogue';
import { DATA_RULES } from './data-findings';
import { FUNCTION_RULES, FUNCTION_WILDCARDS } from './function-findings';
import { IDENTITY_RULES, IDENTITY_WILDCARDS } from './identity-findings';
import { NETWORK_RULES, NETWORK_WILDCARDS } from './network-findings';
import { SITE_RULES } from './site-findings';
import { TRAIL_RULES, TRAIL_WILDCARDS } from './trail-findings';
import { wildcardsOf } from './wildcards';
import { resolveResource } from '../private/resolved-resource';

const KNOWN_RULES = [...DATA_RULES, ...FUNCTION_RULES, ...NETWORK_RULES, ...API_RULES, ...IDENTITY_RULES, ...SITE_RULES, ...TRAIL_RULES];
const KNOWN_WILDCARDS = [...FUNCTION_WILDCARDS, ...NETWORK_WILDCARDS, ...API_WILDCARDS, ...IDENTITY_WILDCARDS, ...TRAIL_WILDCARDS];

/** A known finding and the resource that it is about. */
export interface LocatedFinding {
  readonly id: string;
  readonly resource: CfnResource;
  readonly reason: string;
}

/** Every known finding on resources of our constructs below a scope. Call it from `node.addValidation()` only. */
export function findingsBelow(scope: IConstruct): LocatedFinding[] {
  const app = new AppFacts(scope);
  const found = scope.node.findAll().flatMap((owner) => [
    ...KNOWN_RULES.flatMap((known) => subjects(owner, known, app).flatMap((subject) => {
      const reason = typeof known.reason === 'string' ? known.reason : known.reason(subject);
      return reason === undefined ? [] : located(subject, known.rules.flatMap((rule) => idsOf(rule)), reason);
    })),
    ...KNOWN_WILDCARDS.flatMap((known) => subjects(owner, known, app).flatMap((subject) =>
      wildcardsOf(subject, known.wildcards).flatMap(({ detail, reason }) => located(subject, idsOf('IAM5', detail), reason)))),
  ]);
  return found.filter(({ id }) => isAcknowledgeable(id));
}

function located({ resource }: Subject, ids: string[], reason: string): LocatedFinding[] {
  return ids.map((id) => ({ id, resource, reason }));
}

function subjects(owner: IConstruct, place: Place, app: AppFacts): Subject[] {
  if (!place.owner(owner)) return [];
  return walk(owner, place.at.split('/'))
    .filter((each): each is CfnResource => CfnResource.isCfnResource(each) && each.cfnResourceType === place.type)
    .map((resource) => ({ owner, resource, properties: resolveResource(resource).Properties ?? {}, app }));
}

function walk(from: IConstruct, [segment, ...rest]: string[]): IConstruct[] {
  if (segment === undefined) return [from];
  if (segment === '*') return from.node.children.flatMap((child) => walk(child, rest));
  if (segment === '**') return from.node.findAll().flatMap((child) => walk(child, rest));
  const child = from.node.tryFindChild(segment);
  return child ? walk(child, rest) : [];
}

/**
 * CDK writes spaces in ids as dashes, which cdk-nag does not, and refuses brackets without their partner: a finding on such a
 * prefix stays.
 */
function isAcknowledgeable(id: string): boolean {
  const paired = /\([^()[\]{}]*\)|\[[^()[\]{}]*\]|\{[^()[\]{}]*\}/g;
  let rest = id;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(paired, '');
  }
  return !/\s/.test(id) && !/[()[\]{}]/.test(rest);
}
