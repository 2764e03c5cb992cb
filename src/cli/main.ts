#!/usr/bin/env node
import { runCommandLine } from './command-line';
import { endWithReader } from './end-with-reader';

for (const stream of [process.stdout, process.stderr]) endWithReader(stream);
process.exitCode = runCommandLine(process.argv.slice(2));
