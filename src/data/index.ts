export * from './secure-key';
export * from './secure-log-group';
export * from './secure-topic';
