export * from './app-client-options';
export * from './secure-user-pool';
export * from './secure-user-pool-props';
export * from './sign-in-domain';
export * from './user-pool-plan';
