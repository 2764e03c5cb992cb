/**
 * What the access log of any API tells of a request, whatever its kind and whoever made it: nothing that its caller chooses, and nothing that
 * quotes it. API Gateway writes values as they are, so nothing is here that could end its text, and with it the JSON.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
export const ACCESS_LOG_FIELDS = {
  requestId: '$context.extendedRequestId', // callers of REST APIs choose the plain one, by a header; for the others both are the same
  requestTime: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  status: '$context.status',
  error: '$context.error.responseType', // messages quote the request
};
