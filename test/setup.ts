import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

// CDK's WASM validator costs more than a second per process; the judges' task runs with it on.
process.env.CDK_VALIDATION ??= 'false';

// every synth leaves a cdk.out* folder in the temp folder: give each test file its own, removed at the end
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk-hardened-'));
process.env.TMPDIR = scratch;
process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));
