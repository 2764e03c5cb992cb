/** Examples, demo and bench import the package by its name, as its users do: this makes the name lead to this checkout. */
import * as fs from 'fs';

const LINK = 'node_modules/cdk-hardened';

fs.rmSync(LINK, { force: true, recursive: true }); // of a link, only the link
fs.symlinkSync('..', LINK, 'junction'); // on Windows a junction needs no privilege
