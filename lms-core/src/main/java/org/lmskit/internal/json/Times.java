package org.lmskit.internal.json;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days and instants as they are written: of years from 0 to 9999, instants whole seconds or milliseconds in UTC. */
final class Times {
  private static final int DAY = "2026-01-02".length();
  private static final int SECONDS = "2026-01-02T03:04:05".length();
  private static final int MILLIS = "2026-01-02T03:04:05.006".length();
  private static final int SECONDS_A_DAY = 86_400;
  private static final int SECONDS_AN_HOUR = 3_600;
  private static final int NANOS_A_MILLI = 1_000_000;

  private static final int LAST_YEAR = 9_999;

  private Times() {}

  /** @throws java.time.DateTimeException if there is no such day */
  static @Nullable LocalDate day(String text) {
    return text.length() == DAY ? dayIn(text) : null;
  }

  /** @throws java.time.DateTimeException if there is no such day */
  static @Nullable Instant instant(String text) {
    int last = text.length() - 1;
    if ((last != SECONDS && last != MILLIS) || text.charAt(last) != 'Z') {
      return null;
    }
    LocalDate day = dayIn(text);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    int milli = last == MILLIS ? number(text, 20, 23) : 0;
    boolean isTime =
        isWithin(hour, 24) && isWithin(minute, 60) && isWithin(second, 60) && milli >= 0;
    boolean isMarked = text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && (last == SECONDS || text.charAt(SECONDS) == '.');
    return day == null || !isTime || !isMarked
        ? null
        : Instant.ofEpochSecond(
            day.toEpochDay() * SECONDS_A_DAY + hour * SECONDS_AN_HOUR + minute * 60 + second,
            milli * (long) NANOS_A_MILLI);
  }

  /** Appends an instant in quotes. */
  static void write(Instant instant, Out out) {
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_A_DAY));
    int milli = instant.getNano() / NANOS_A_MILLI;
    if (day.getYear() < 0 || day.getYear() > LAST_YEAR || instant.getNano() % NANOS_A_MILLI != 0) {
      out.string(instant.toString());
      return;
    }
    int second = Math.floorMod(instant.getEpochSecond(), SECONDS_A_DAY);
    out.raw('"');
    out.raw(day.toString());
    write('T', second / SECONDS_AN_HOUR, out);
    write(':', second / 60 % 60, out);
    write(':', second % 60, out);
    if (milli > 0) {
      out.raw('.');
      out.raw((char) ('0' + milli / 100));
      out.raw((char) ('0' + milli / 10 % 10));
      out.raw((char) ('0' + milli % 10));
    }
    out.raw("Z\"");
  }

  private static void write(char before, int number, Out out) {
    out.raw(before);
    out.raw((char) ('0' + number / 10));
    out.raw((char) ('0' + number % 10));
  }

  private static @Nullable LocalDate dayIn(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    boolean isMarked = text.charAt(4) == '-' && text.charAt(7) == '-';
    return year < 0 || month < 0 || day < 0 || !isMarked ? null : LocalDate.of(year, month, day);
  }

  private static boolean isWithin(int number, int before) {
    return number >= 0 && number < before;
  }

  /** The number of these digits; negative if one is none. */
  private static int number(String text, int from, int before) {
    int number = 0;
    for (int i = from; i < before; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
