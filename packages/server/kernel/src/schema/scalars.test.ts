import { describe, expect, it } from 'vitest';
import { DateScalar, DateTimeScalar, isDay, JsonScalar } from './scalars.js';

describe('Date', () => {
  it.each(['2025-03-01', '2024-02-29', '0001-01-01', '9999-12-31'])('takes the day %s', (day) => {
    expect(DateScalar.parseValue(day)).toBe(day);
    expect(DateScalar.serialize(day)).toBe(day);
  });

  it.each(['2025-13-40', '2025-02-29', '2025-2-1', '20250301', '2025-03-01T00:00:00Z', '0000-01-01', '', 20250301, null])('refuses %s', (value) => {
    expect(() => DateScalar.parseValue(value)).toThrow('written like 2025-03-01');
  });

  it('knows every month of a leap year', () => {
    const lengths = Array.from({ length: 12 }, (_, month) => [28, 29, 30, 31].filter((day) => isDay(`2024-${String(month + 1).padStart(2, '0')}-${day}`)).at(-1));
    expect(lengths).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });
});

describe('DateTime', () => {
  it('reads any offset and writes UTC with milliseconds', () => {
    const instant = DateTimeScalar.parseValue('2025-03-01T16:30:00+08:00');
    expect(DateTimeScalar.serialize(instant)).toBe('2025-03-01T08:30:00.000Z');
  });

  it('passes on what the selection compiler wrote', () => {
    expect(DateTimeScalar.serialize('2025-03-01T08:30:00.123Z')).toBe('2025-03-01T08:30:00.123Z');
  });

  it.each(['2025-02-30T08:30:00Z', '2025-03-01', '2025-03-01T25:00:00Z', '2025-03-01T08:30:00', 'yesterday', 5])('refuses %s', (value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow('written like 2025-03-01T08:30:00.000Z');
  });

  it('does not write what is no instant', () => {
    expect(() => DateTimeScalar.serialize(new Date('nonsense'))).toThrow('cannot represent');
  });
});

it('passes JSON on as it is', () => {
  const value = { a: [1, 'two', null, { b: true }] };
  expect(JsonScalar.serialize(JsonScalar.parseValue(value))).toBe(value);
});
