/** Whoever reads what is written may have enough: `cdk-hardened check cdk.out | head -1`. That is no fault. */
export function endWithReader(stream: NodeJS.WritableStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
