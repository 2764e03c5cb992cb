import type { App } from 'aws-cdk-lib';
import { CfnRestApi } from 'aws-cdk-lib/aws-apigateway';
import { JUDGED_APPS } from './judged-apps';
import { templatesOf } from '../../src/guardrails/app-templates';
import { filled } from '../harness/mapping-template';

/** The mapping templates of an app: of integrations, their answers, and what API Gateway answers by itself. */
function mappingTemplates(app: App): string[] {
  const found: string[] = [];
  const visit = (value: unknown, name?: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (name === 'RequestTemplates' || name === 'ResponseTemplates') found.push(...Object.values(value).map(textOf));
    for (const [key, child] of Object.entries(value)) visit(child, key);
  };
  if (!app.node.findAll().some((node) => node instanceof CfnRestApi)) return found;
  app.synth();
  for (const { body } of templatesOf(app)) visit(body);
  return found;
}

/** A text with references in it, which are names and ARNs. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [, parts] = (value as { 'Fn::Join': [string, unknown[]] })['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : 'reference')).join('');
}

test('API Gateway can read every mapping template of every judged app', () => {
  const templates = JUDGED_APPS.flatMap(([, build]) => mappingTemplates(build()));
  expect(templates.length).toBeGreaterThan(20);
  for (const template of new Set(templates)) expect(() => filled(template)).not.toThrow();
});

test('the reader finds what Velocity reads otherwise than people do', () => {
  expect(() => filled('#if($a == "")#set($b = "c")#endAction=SendMessage')).toThrow('Velocity reads #endAction as one word');
  expect(() => filled('#if($a == "")b#elsec#end')).toThrow('#elsec');
  expect(() => filled('#if($a == "")b')).toThrow('not every #if has its #end');
  expect(filled('#if($a == "")b#{else}c#{end}d')).toBe('cd');
});
