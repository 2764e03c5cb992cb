export * from './known-finding';
export * from './known-findings';
