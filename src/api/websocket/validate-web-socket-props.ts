import type { IConstruct } from 'constructs';
import type { SecureWebSocketApiProps } from './secure-web-socket-api-props';
import { validateKey } from '../../data/keys/validate-key';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import { validateThrottle } from '../validate-throttle';

/** Stops the synth at a WebSocket API that could not be deployed, or not as it was meant. */
export function validateWebSocketProps(scope: IConstruct, props: SecureWebSocketApiProps): void {
  validateKey(scope, props.encryptionKey);
  validateThrottle(scope, 'throttle', props.throttle);
  validateThrottle(scope, 'connectThrottle', props.connectThrottle);
  requireLiteral(scope, 'actionKey', props.actionKey);
  if (props.actionKey !== undefined && !/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(props.actionKey)) {
    fail(scope, {
      prop: 'actionKey',
      value: props.actionKey,
      problem: 'it is the name of one property of messages: a letter, then letters, digits and underscores',
      instead: 'Write for example "action"; API Gateway reads it as $request.body.action.',
    });
  }
  if (props.domain?.mutualTls) {
    fail(scope, {
      prop: 'domain.mutualTls',
      problem: 'API Gateway asks no clients of WebSocket APIs for certificates',
      instead: 'Drop it, and choose by auth who may connect.',
    });
  }
}
