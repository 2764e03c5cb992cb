import type { CfnResource } from 'aws-cdk-lib';
import { showOnL1 } from './typed-property';
import type { PropertyChange } from '../engine/remediation';

/** The end of the synth may tell more. */
export const IS_FUNCTION = 'a function of CloudFormation or a value that only the end of the synth tells is there';

/** Why a change is not made, or undefined where nothing speaks against it: only what is absent or literal is changed. */
export function obstacleTo({ path }: PropertyChange, properties: unknown): string | undefined {
  let value = properties;
  for (const step of path.split('.')) {
    if (value === undefined) return undefined;
    if (Array.isArray(value)) return 'it is inside a list';
    if (isFunction(value)) return IS_FUNCTION;
    if (typeof value !== 'object' || value === null) return 'something else than an object is there';
    value = Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined;
  }
  // a list is written anew as a whole: what stands in it now would be frozen
  return holdsFunction(value) ? IS_FUNCTION : undefined;
}

/** Whether the value is there already. */
export function isAlready({ path, value }: PropertyChange, properties: unknown): boolean {
  const found = path.split('.').reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), properties);
  return JSON.stringify(found) === JSON.stringify(value);
}

/** Sets one property by an override, which works everywhere, and shows it to tools that read the L1. */
export function applyChange(resource: CfnResource, change: PropertyChange): void {
  showOnL1(resource, change);
  resource.addPropertyOverride(change.path, change.value);
}

function holdsFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isFunction(value) || Object.values(value).some(holdsFunction);
}

function isFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0].startsWith('Fn::'));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
