/** Why no template can show a control. */
export const ACCOUNT_SETTING = 'a setting of the account or organization, which no CloudFormation resource holds';
export const CLASSIC_GLOBAL_LOGGING = 'CloudFormation cannot set the logging of a classic global web ACL';
export const ELSEWHERE = 'kept by resources of the account or organization that need not be in the same app';
export const CONTRACT = 'a contract or another document, not a property of a resource';
export const PHYSICAL = 'buildings, devices and media, which no template describes';
export const PROCEDURE = 'a procedure of people, not a property of a resource';
export const ROOT_USER = 'the root user of the account, which no template describes';
export const RUNTIME_STATE = 'what resources do or become after the deployment';
export const SHARING = 'shared by a call after the deployment: the CloudFormation resource has no property for it';
export const USER_CREDENTIALS = 'credentials that users create and use after the deployment';
