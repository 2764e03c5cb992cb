const useColor = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code: number) => (text: string) => (useColor ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);
export const yellow = paint(33);

export function heading(text: string): void {
  process.stdout.write(`\n${bold(text)}\n`);
}

export function line(text: string): void {
  process.stdout.write(`  ${text}\n`);
}

/** Says what is going on before it takes its time. */
export function progress(text: string): void {
  process.stderr.write(dim(`… ${text}\n`));
}
