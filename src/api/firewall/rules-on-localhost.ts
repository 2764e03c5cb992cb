/**
 * The rules of the core rule set that take a URL on `localhost` for an attack: in the `redirect_uri` of a sign-in, and in that of the request
 * for its tokens.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
 */
export const RULES_ON_LOCALHOST = ['EC2MetaDataSSRF_QUERYARGUMENTS', 'EC2MetaDataSSRF_BODY'];
