/** Ends the output of jest with `N passed, N failed`, alone on a line. A suite that could not run counts as a failure. */
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    // at exit, because jest's own summary comes after the reporters
    process.on('exit', () => process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed\n`));
  }
};
