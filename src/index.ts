export * from './data';
export * from './profile';
