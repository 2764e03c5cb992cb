import { type ResourceEnvironment, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import type { IntegrationChoice, PutEventChoice, SendMessageChoice } from './integration-choice';
import { fitsMessageId, FITTING_SCHEMA, LONGEST_ID } from './message-id';
import { ServiceIntegration } from './service-integration';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import type { CheckedRoute } from '../routes/route-target';

/** The choice behind an integration, checked against the route that leads there, or a teaching error. */
export function integrationChoiceOf(scope: IConstruct, integration: ServiceIntegration, checked: CheckedRoute): IntegrationChoice {
  const prop = `${checked.route.name} integration`;
  if (!(integration instanceof ServiceIntegration)) {
    return fail(scope, {
      prop,
      value: integration ?? 'absent',
      problem: 'a route leads to a service by a ServiceIntegration',
      instead: 'Write ServiceIntegration.sendMessage(queue) or .putEvent(bus, { source, detailType }); for a function call addRoute.',
    });
  }
  validateRoute(scope, checked);
  const choice = integration._choice;
  if (choice.kind === 'sendMessage') {
    validatePlace(scope, prop, choice.queue, 'queue');
    validateMessage(scope, prop, choice, checked);
  } else {
    validatePlace(scope, prop, choice.bus, 'bus');
    validateEvent(scope, prop, choice, checked);
  }
  return choice;
}

/** No code looks at the body on its way, so that the schema has to. */
function validateRoute(scope: IConstruct, { route, options, schema }: CheckedRoute): void {
  if (!route.hasBody) {
    fail(scope, {
      prop: 'addServiceRoute method',
      value: route.method,
      problem: 'the body of a request is what the service gets, and requests of this method carry none',
      instead: 'Write POST, PUT or PATCH; to read from a service, put a function behind the route by addRoute.',
    });
  }
  if (!schema) {
    fail(scope, {
      prop: `${route.name} unvalidatedBody`,
      value: options.unvalidatedBody,
      problem: 'no code checks what goes to the service, so its schema must',
      instead: 'Give body a JSON Schema; what only code can check, put a function behind the route by addRoute.',
    });
  }
}

/** The role is of the API's account, and API Gateway calls the service of its own region. */
function validatePlace(scope: IConstruct, prop: string, target: IConstruct & { readonly env: ResourceEnvironment }, kind: string): void {
  for (const where of ['account', 'region'] as const) {
    const [theirs, ours] = [target.env[where], Stack.of(scope)[where]];
    if (!isLiteral(theirs) || !isLiteral(ours) || theirs === ours) continue;
    fail(scope, {
      prop,
      value: target.node.path,
      problem: `the ${kind} is in ${where} ${theirs}, and the API in ${ours}`,
      instead: kind === 'bus'
        ? 'Put events on a bus beside the API, and let a rule on it forward them to the other bus.'
        : 'Send to a queue beside the API, and let its consumer pass messages on; or put a function behind the route by addRoute.',
    });
  }
}

function validateMessage(scope: IConstruct, prop: string, { queue, group, deduplicateBy }: SendMessageChoice, checked: CheckedRoute): void {
  if (queue.fifo && !group) {
    fail(scope, {
      prop: `${prop}.group`,
      value: queue.node.path,
      problem: 'each message of a FIFO queue belongs to a group',
      instead: 'Write group: MessageGroup.single("<name>"), .perCaller() or .perValueOf("<property>").',
    });
  }
  if (!queue.fifo && deduplicateBy !== undefined) {
    const problem = 'only FIFO queues know duplicates';
    fail(scope, { prop: `${prop}.deduplicateBy`, value: deduplicateBy, problem, instead: 'Leave it out, or set fifo on the queue.' });
  }
  if (deduplicateBy !== undefined) validateProperty(scope, `${prop}.deduplicateBy`, deduplicateBy, checked);
  if (group?.kind === 'perValueOf') validateProperty(scope, `${prop}.group`, group.value, checked);
  if (group?.kind === 'perCaller' && checked.choice.kind === 'public') {
    fail(scope, {
      prop: `${prop}.group`,
      value: 'MessageGroup.perCaller()',
      problem: 'a public route knows no callers',
      instead: 'Choose who may call the route, or write MessageGroup.single("<name>").',
    });
  }
  if (group?.kind !== 'single') return;
  requireLiteral(scope, `${prop}.group`, group.value); // it stands in a template, where $ and # are code
  if (!/^[\w.-]{1,128}$/.test(group.value)) {
    fail(scope, {
      prop: `${prop}.group`,
      value: group.value,
      problem: 'the name of a group has 1 to 128 letters, digits, ".", "_" and "-"',
      instead: 'Write for example MessageGroup.single("orders").',
    });
  }
}

/** An id that SQS takes from the body must be there, and fit. */
function validateProperty(scope: IConstruct, prop: string, property: string, { schema }: CheckedRoute): void {
  requireLiteral(scope, prop, property);
  if (/^[A-Za-z_]\w*$/.test(property) && schema?.required?.includes(property) && fitsMessageId(schema?.properties?.[property])) return;
  fail(scope, {
    prop,
    value: property,
    problem: `SQS takes 1 to ${LONGEST_ID} letters, digits and punctuation of ASCII from this property, and the schema of the body does not promise them`,
    instead: `Name a property of letters, digits and "_" that stands in required, and in properties as ${FITTING_SCHEMA} or as an enum of such values; `
      + 'a pattern is a row of characters and classes without groups.',
  });
}

function validateEvent(scope: IConstruct, prop: string, choice: PutEventChoice, { schema }: CheckedRoute): void {
  const check = (name: 'source' | 'detailType', pattern: RegExp, problem: string, instead: string): void => {
    requireLiteral(scope, `${prop}.${name}`, choice[name]); // it stands in a template, where $ and # are code
    if (typeof choice[name] !== 'string' || !pattern.test(choice[name])) fail(scope, { prop: `${prop}.${name}`, value: choice[name], problem, instead });
  };
  check('source', /^(?!aws\.)[\w./-]{1,256}$/i, 'a source has 1 to 256 letters, digits, ".", "_", "-" and "/", and those that begin with "aws." are AWS\'s own',
    'Write for example "shop.orders".');
  check('detailType', /^[\w./: -]{1,128}$/, 'a detail type has 1 to 128 letters, digits, spaces, ".", "_", "-", ":" and "/"', 'Write for example "Order placed".');
  if (schema?.type === apigateway.JsonSchemaType.OBJECT) return;
  fail(scope, {
    prop: `${prop.replace(/ integration$/, '')} body`,
    value: schema?.type,
    problem: 'the detail of an event is an object',
    instead: 'Write { type: JsonSchemaType.OBJECT, properties: { ... }, required: [ ... ] }.',
  });
}
