import { Names } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { IntegrationChoice, PutEventChoice, SendMessageChoice } from './integration-choice';
import { IntegrationRole } from './integration-role';
import { sealIntegration } from './integration-seal';
import { putEventTemplate, sendMessageTemplate } from './request-templates';
import { serviceAnswers } from './service-answers';
import type { ServiceIntegration } from './service-integration';
import { integrationChoiceOf } from './validate-integration';
import { warn } from '../../private/misuse';
import type { ApiCors } from '../api-cors';
import type { AuthChoice } from '../routes/auth-choice';
import type { CheckedRoute, RouteTarget } from '../routes/route-target';

/** What API Gateway is told of one call. */
interface ServiceCall {
  readonly uri: Pick<apigateway.AwsIntegrationProps, 'service' | 'path' | 'action'>;
  readonly headers: Record<string, string>;
  readonly template: string;
}

/** The services that take requests of an API without a function between, with a role for each queue and bus. */
export class ServiceIntegrations extends Construct {
  private readonly roles = new Map<string, IntegrationRole>();

  constructor(scope: Construct, id: string, private readonly owner: Construct, private readonly cors: ApiCors | undefined) {
    super(scope, id);
  }

  /** Leads to the service. */
  public to(integration: ServiceIntegration): RouteTarget {
    return (checked) => {
      const choice = integrationChoiceOf(this.owner, integration, checked);
      const call = choice.kind === 'sendMessage' ? sendCall(choice, checked.choice) : eventCall(choice);
      const { integrationResponses, methodResponses } = serviceAnswers(choice.kind, this.cors);
      return {
        integration: new apigateway.AwsIntegration({
          ...call.uri,
          integrationHttpMethod: 'POST',
          options: {
            credentialsRole: this.roleFor(choice).role,
            // a body of another content type would go to the service as it came
            passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
            requestParameters: Object.fromEntries(Object.entries(call.headers).map(([name, value]) => [`integration.request.header.${name}`, `'${value}'`])),
            requestTemplates: { 'application/json': call.template },
            integrationResponses,
          },
        }),
        methodResponses,
        connect: (method) => this.connect(method, choice, checked),
      };
    };
  }

  private roleFor(choice: IntegrationChoice): IntegrationRole {
    const target = choice.kind === 'sendMessage' ? choice.queue : choice.bus;
    const id = Names.nodeUniqueId(target.node);
    const role = this.roles.get(id) ?? new IntegrationRole(this, id, target.node.path);
    this.roles.set(id, role);
    return role;
  }

  /** Lets the role do what the route needs before the route is there, and keeps the integration as it was made. */
  private connect(method: apigateway.Method, choice: IntegrationChoice, { route }: CheckedRoute): void {
    const resource = method.node.defaultChild as apigateway.CfnMethod;
    const role = this.roleFor(choice);
    const grant = choice.kind === 'sendMessage'
      ? role.allowSending(choice.queue.queueArn, choice.queue.encryptionMasterKey)
      : role.allowEvents(choice.bus.eventBusArn, choice.source, choice.detailType);
    grant.applyBefore(resource);
    if (choice.kind === 'sendMessage') this.adviseOnKey(choice.queue);
    sealIntegration(this.owner, route.name, resource);
  }

  private adviseOnKey(queue: sqs.IQueue): void {
    if (queue instanceof sqs.Queue || queue.encryptionMasterKey) return;
    warn(this.owner, 'queue-key-unknown', `[${this.owner.node.path}] sends to the imported queue "${queue.node.path}", whose key is not known here. `
      + 'If it has a customer-managed key, import it by Queue.fromQueueAttributes({ queueArn, keyArn }), or API Gateway cannot send.');
  }
}

function sendCall(choice: SendMessageChoice, auth: AuthChoice): ServiceCall {
  return {
    uri: { service: 'sqs', path: `${choice.queue.env.account}/${choice.queue.queueName}` },
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    template: sendMessageTemplate(choice, auth),
  };
}

function eventCall(choice: PutEventChoice): ServiceCall {
  return {
    uri: { service: 'events', action: 'PutEvents' },
    headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AWSEvents.PutEvents' },
    template: putEventTemplate(choice),
  };
}
