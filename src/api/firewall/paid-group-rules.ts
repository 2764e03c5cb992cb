/** https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-bot.html */
export const BOT_CONTROL_RULES = [
  'CategoryAI', 'CategoryAdvertising', 'CategoryArchiver', 'CategoryContentFetcher', 'CategoryEmailClient', 'CategoryHttpLibrary',
  'CategoryLinkChecker', 'CategoryMiscellaneous', 'CategoryMonitoring', 'CategoryPagePreview', 'CategoryScrapingFramework',
  'CategorySearchEngine', 'CategorySecurity', 'CategorySeo', 'CategorySocialMedia', 'CategoryWebhooks', 'SignalAutomatedBrowser',
  'SignalKnownBotDataCenter', 'SignalNonBrowserUserAgent', 'TGT_VolumetricIpTokenAbsent', 'TGT_TokenAbsent', 'TGT_VolumetricSession',
  'TGT_VolumetricSessionMaximum', 'TGT_SignalAutomatedBrowser', 'TGT_SignalBrowserAutomationExtension', 'TGT_SignalBrowserInconsistency',
  'TGT_ML_CoordinatedActivityLow', 'TGT_ML_CoordinatedActivityMedium', 'TGT_ML_CoordinatedActivityHigh', 'TGT_TokenReuseIpLow',
  'TGT_TokenReuseIpMedium', 'TGT_TokenReuseIpHigh', 'TGT_TokenReuseCountryLow', 'TGT_TokenReuseCountryMedium', 'TGT_TokenReuseCountryHigh',
  'TGT_TokenReuseAsnLow', 'TGT_TokenReuseAsnMedium', 'TGT_TokenReuseAsnHigh',
];

/** https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-atp.html */
export const ATP_RULES = [
  'UnsupportedCognitoIDP', 'VolumetricIpHigh', 'VolumetricSession', 'AttributeCompromisedCredentials', 'AttributeUsernameTraversal',
  'AttributePasswordTraversal', 'AttributeLongSession', 'TokenRejected', 'SignalMissingCredential', 'VolumetricIpFailedLoginResponseHigh',
  'VolumetricSessionFailedLoginResponseHigh',
];

/** https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-acfp.html */
export const ACFP_RULES = [
  'UnsupportedCognitoIDP', 'AllRequests', 'RiskScoreHigh', 'SignalCredentialCompromised', 'SignalClientHumanInteractivityAbsentLow',
  'AutomatedBrowser', 'BrowserInconsistency', 'VolumetricIpHigh', 'VolumetricSessionHigh', 'AttributeUsernameTraversalHigh',
  'VolumetricPhoneNumberHigh', 'VolumetricAddressHigh', 'VolumetricAddressLow', 'VolumetricIPSuccessfulResponse',
  'VolumetricSessionSuccessfulResponse', 'VolumetricSessionTokenReuseIp',
];
