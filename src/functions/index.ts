export * from './async-invoke';
export * from './invoke-source';
export * from './not-secret';
export * from './secure-function';
export * from './secure-function-props';
