export * from './secure-site';
export * from './secure-site-props';
export * from './site-api-options';
export * from './site-http-api-options';
export * from './site-domain';
export * from './site-log-destination';
export * from './site-routing';
export * from './site-tls-policy';
