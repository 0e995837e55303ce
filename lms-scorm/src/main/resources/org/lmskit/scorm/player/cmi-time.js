// Lengths of time as content reports them. Same rules as TimeSpan in Java.

const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const CLOCK = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/;
const MAX_CLOCK = (9999n * 3600n + 3599n) * 100n + 99n;

/** The sum of two lengths in the version's format. */
export function addTimes(left, right, is12) {
  const a = parse(left, is12);
  const b = parse(right, is12);
  const months = a.months + b.months;
  const centis = a.centis + b.centis;
  return is12 ? clock(centis) : iso(months, centis);
}

function parse(text, is12) {
  const match = text === undefined || text.length > 200 ? null : (is12 ? CLOCK : ISO).exec(text);
  if (match === null) {
    return { months: 0n, centis: 0n };
  }
  const number = (i) => BigInt(match[i] || 0);
  if (is12) {
    return { months: 0n, centis: (number(1) * 60n + number(2)) * 6000n + hundredths(match[3]) };
  }
  const hours = (number(3) * 7n + number(4)) * 24n + number(5);
  return { months: number(1) * 12n + number(2), centis: (hours * 60n + number(6)) * 6000n + hundredths(match[7]) };
}

function hundredths(seconds) {
  const [whole, fraction = ''] = (seconds || '0').split('.');
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0').substring(0, 2));
}

function clock(centis) {
  const total = centis > MAX_CLOCK ? MAX_CLOCK : centis;
  const two = (value) => String(value).padStart(2, '0');
  const seconds = total / 100n;
  const text = `${String(seconds / 3600n).padStart(4, '0')}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`;
  return total % 100n === 0n ? text : `${text}.${two(total % 100n)}`;
}

function iso(months, centis) {
  const part = (amount, unit) => (amount === 0n ? '' : amount + unit);
  const rest = centis % 8640000n;
  const date = part(months / 12n, 'Y') + part(months % 12n, 'M') + part(centis / 8640000n, 'D');
  const time = part(rest / 360000n, 'H') + part((rest / 6000n) % 60n, 'M') + secondsOf(rest % 6000n);
  return date === '' && time === '' ? 'PT0H0M0S' : `P${date}${time === '' ? '' : `T${time}`}`;
}

function secondsOf(centis) {
  if (centis === 0n) {
    return '';
  }
  const fraction = String(centis % 100n).padStart(2, '0').replace(/0+$/, '');
  return `${centis / 100n}${fraction === '' ? '' : `.${fraction}`}S`;
}
