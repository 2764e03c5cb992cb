import type { App, Stack } from 'aws-cdk-lib';
import { SecureTopic } from '../../src';
import { ENV, newStack } from '../harness/apps';

/** A stack with somebody who hears its alarms. */
export function trailStack(flags: Record<string, unknown> = {}): Stack {
  const stack = newStack(flags, ENV);
  SecureTopic.alarmsOf(stack).subscribeEmail('security@example.com');
  return stack;
}

/** Warnings of a stack as they stand in the manifest, `path: text`. */
export function warningsOf(stack: Stack): string[] {
  const artifact = (stack.node.root as App).synth().stacksRecursively.find(({ id }) => id === stack.artifactId)!;
  return artifact.messages.filter(({ level }) => level === 'warning').map(({ id, entry }) => `${id}: ${String(entry.data)}`);
}
