export * from './api-access';
export * from './api-domain';
