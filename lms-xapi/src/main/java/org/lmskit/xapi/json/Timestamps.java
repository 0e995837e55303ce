package org.lmskit.xapi.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * RFC 3339 timestamps, as xAPI uses them.
 *
 * @see "xAPI 1.0.3 Data 4.5"
 */
public final class Timestamps {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
  private static final int SHORTEST = "2015-11-18T12:17:00Z".length();

  private static final long NOT_PLAIN = Long.MIN_VALUE;

  /** The days from 1 March of the year 0 to 1 January 1970. */
  private static final int DAYS_TO_1970 = 719_468;

  private Timestamps() {}

  /**
   * The instant that a text names; null if it is not an RFC 3339 timestamp, or has the offset -00:00.
   * Offsets may also be written {@code +hhmm} or {@code +hh}. What is smaller than a nanosecond is cut; a
   * leap second is the last nanosecond before it.
   */
  public static @Nullable Instant parse(String text) {
    if (text.length() < SHORTEST - 1 || !hasDateTimeShape(text)) return null;
    int end = 19;
    int nanos = 0;
    if (text.charAt(end) == '.' || text.charAt(end) == ',') {
      end = endOfDigits(text, 20);
      if (end == 20) return null;
      nanos = nanos(text, end);
    }
    ZoneOffset offset = offset(text, end);
    return offset == null ? null : instant(text, nanos, offset);
  }

  /** The timestamp of an instant in UTC, with at least milliseconds. */
  public static String format(Instant instant) {
    boolean millis = instant.getNano() % 1_000_000 == 0;
    return millis ? MILLIS.format(instant) : DateTimeFormatter.ISO_INSTANT.format(instant);
  }

  private static boolean hasDateTimeShape(String text) {
    if (text.charAt(4) != '-' || text.charAt(7) != '-') return false;
    char t = text.charAt(10);
    if (t != 'T' && t != 't' || text.charAt(13) != ':' || text.charAt(16) != ':') return false;
    if (!areDigits(text, 0, 4)) return false;
    for (int i = 5; i < 19; i += 3) {
      if (!areDigits(text, i, i + 2)) return false;
    }
    return text.length() > 19;
  }

  private static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) return false;
    }
    return true;
  }

  private static int endOfDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) at++;
    return at;
  }

  private static int nanos(String text, int end) {
    int nanos = 0;
    for (int i = 0; i < 9; i++) {
      nanos = nanos * 10 + (20 + i < end ? text.charAt(20 + i) - '0' : 0);
    }
    return nanos;
  }

  private static @Nullable ZoneOffset offset(String text, int at) {
    if (at == text.length()) return null;
    char sign = text.charAt(at);
    if (sign == 'Z' || sign == 'z') return at + 1 == text.length() ? ZoneOffset.UTC : null;
    if (sign != '+' && sign != '-' || !isOffset(text, at + 1)) return null;
    int hours = number(text, at + 1);
    int length = text.length() - at - 1;
    int minutes = length == 2 ? 0 : number(text, text.length() - 2);
    if (hours > 18 || minutes > 59 || hours == 18 && minutes > 0) return null;
    if (sign == '+') return ZoneOffset.ofHoursMinutes(hours, minutes);
    return hours + minutes == 0 ? null : ZoneOffset.ofHoursMinutes(-hours, -minutes);
  }

  private static boolean isOffset(String text, int from) {
    int length = text.length() - from;
    if (length != 2 && length != 4 && length != 5) return false;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(from + i);
      if (length == 5 && i == 2 ? c != ':' : !isDigit(c)) return false;
    }
    return true;
  }

  private static @Nullable Instant instant(String text, int nanos, ZoneOffset offset) {
    if (offset == ZoneOffset.UTC) {
      long seconds = plainSeconds(text);
      if (seconds != NOT_PLAIN) return Instant.ofEpochSecond(seconds, nanos);
    }
    int second = number(text, 17);
    boolean leap = second == 60;
    try {
      LocalDate date =
          LocalDate.of(number(text, 0) * 100 + number(text, 2), number(text, 5), number(text, 8));
      LocalTime time = LocalTime.of(
          number(text, 11), number(text, 14), leap ? 59 : second, leap ? 999_999_999 : nanos);
      Instant instant = LocalDateTime.of(date, time).toInstant(offset);
      return leap && !isEndOfUtcDay(instant) ? null : instant;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The seconds since 1970 of a date and time that every month has, without leap seconds. */
  private static long plainSeconds(String text) {
    int year = number(text, 0) * 100 + number(text, 2);
    int month = number(text, 5);
    int day = number(text, 8);
    int hour = number(text, 11);
    int minute = number(text, 14);
    int second = number(text, 17);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > 28) return NOT_PLAIN;
    if (hour > 23 || minute > 59 || second > 59) return NOT_PLAIN;
    // Years from March on, so that the leap day is the last: 306 days from March to December.
    int march = month > 2 ? year : year - 1;
    int days = march * 365 + march / 4 - march / 100 + march / 400;
    int inYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    return (days + inYear - DAYS_TO_1970) * 86_400L + hour * 3_600 + minute * 60 + second;
  }

  private static boolean isEndOfUtcDay(Instant instant) {
    return Math.floorMod(instant.getEpochSecond(), 86_400L) == 86_399L;
  }

  private static int number(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
