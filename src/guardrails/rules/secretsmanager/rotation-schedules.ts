/** Between how many days a schedule rotates, at the shortest and at the longest. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/**
 * The longest time between two rotations by a schedule expression; undefined for what is no such expression.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
export function longestInterval(expression: string): Interval | undefined {
  const [, count, unit] = /^\s*rate\(\s*(\d+)\s+(hour|day)s?\s*\)\s*$/.exec(expression) ?? [];
  if (count !== undefined) {
    const days = Number(count) / (unit === 'hour' ? 24 : 1);
    return { least: days, most: days };
  }
  const fields = /^\s*cron\(\s*(.*?)\s*\)\s*$/.exec(expression)?.[1].split(/\s+/);
  return fields?.length === 6 ? longestOfCron(fields[2], fields[3], fields[4], fields[5]) : undefined;
}

/** Minutes and hours matter to no one here. */
function longestOfCron(dayOfMonth: string, month: string, dayOfWeek: string, year: string): Interval | undefined {
  const months = monthsOf(month);
  if (months === undefined || year !== '*') return undefined;
  const longest = daysBetween(months);
  if (/^(?:\d+|L)$/.test(dayOfMonth) && dayOfWeek === '?') return { least: longest, most: longest };
  // several days of a month shorten the time between months, a day of the week also moves within its month
  return { least: longest - 31, most: dayOfWeek === '?' ? longest : longest + 7 };
}

const NAMES = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** `*`, `1,4,JUL`, `JAN-MAR`, `1/3`, `3/2` as numbers from 1. */
function monthsOf(field: string): readonly number[] | undefined {
  const months = field.split(',').flatMap((part) => {
    const [, from, to, step] = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part) ?? [];
    const first = from === '*' ? 1 : numberOf(from);
    const last = to === undefined ? (from === '*' || step !== undefined ? 12 : first) : numberOf(to);
    const every = Number(step ?? 1);
    if (!(first >= 1 && last <= 12 && first <= last && every >= 1)) return [NaN];
    return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, index) => first + index * every);
  });
  return months.some(Number.isNaN) ? undefined : [...new Set(months)].sort((a, b) => a - b);
}

function numberOf(month: string | undefined): number {
  const name = NAMES.indexOf((month ?? '').toUpperCase());
  return name >= 0 ? name + 1 : Number(month);
}

/** From the same day of one of the months to that of the next, over four years with their leap day. */
function daysBetween(months: readonly number[]): number {
  const days = [2024, 2025, 2026, 2027, 2028].flatMap((year) => months.map((month) => Date.UTC(year, month - 1, 1) / 86_400_000));
  return Math.max(...days.slice(1).map((day, index) => day - days[index]));
}
