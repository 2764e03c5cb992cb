export * from './auditable';
export * from './data';
export * from './functions';
export * from './profile';
