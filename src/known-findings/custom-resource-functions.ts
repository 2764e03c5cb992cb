import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { SecureFunction } from '../functions/secure-function';
import { SiteFiles } from '../site/site-files';

/** Whether this is the function that finds prefix lists, by its place in the stack, which is a contract. */
export function isPrefixListFunction(each: IConstruct): boolean {
  return each instanceof SecureFunction && placeOf(each) === 'CdkHardenedPrefixLists/Function';
}

/** Whether this is a function that uploads the files of a site. */
export function isUploadFunction(each: IConstruct): boolean {
  return each instanceof SecureFunction && each.node.scope instanceof SiteFiles;
}

/** Whether the function serves a custom resource of ours. */
export function isCustomResourceFunction(each: IConstruct): boolean {
  return isPrefixListFunction(each) || isUploadFunction(each) || (each instanceof SecureFunction && placeOf(each) === 'CdkHardenedDefaultSecurityGroups');
}

function placeOf(each: IConstruct): string {
  const { scopes } = each.node;
  return scopes.slice(scopes.indexOf(Stack.of(each)) + 1).map(({ node }) => node.id).join('/');
}
