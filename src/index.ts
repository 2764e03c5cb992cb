export * from './auditable';
export * from './data';
export * from './profile';
