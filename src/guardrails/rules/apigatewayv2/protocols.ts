import type { Value } from '../../engine/value';

/** Whether the API that a value refers to is a WebSocket API; undefined if it is not in the app. */
export function isWebSocketApi(id: Value): boolean | undefined {
  const api = id.target();
  switch (api?.type) {
    case 'AWS::ApiGatewayV2::Api': return api.get('ProtocolType').is('WEBSOCKET');
    case 'AWS::Serverless::HttpApi': return false;
    case 'AWS::Serverless::WebSocketApi': return true;
    default: return undefined;
  }
}
