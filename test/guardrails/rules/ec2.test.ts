import { describeService } from './judge-verdicts';

describeService('ec2');
