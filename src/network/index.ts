export * from './aws-service';
export * from './endpoint-options';
export * from './prefix-list-ids';
export * from './secure-vpc';
export * from './vpc-endpoints';
export * from './vpc-lambda';
