export * from './api';
export * from './auditable';
export * from './data';
export * from './detection';
export * from './functions';
export * from './known-findings';
export * from './network';
export * from './profile';
