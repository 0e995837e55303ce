package org.lmskit.scorm.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A length of time as content reports it: months, whose length in days nobody knows, and hundredths
 * of a second.
 */
record TimeSpan(BigInteger months, BigInteger centis) {
  static final TimeSpan ZERO = new TimeSpan(BigInteger.ZERO, BigInteger.ZERO);
  private static final Pattern ISO =
      Pattern.compile("P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?"
          + "(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+(?:\\.\\d+)?)S)?)?");
  private static final Pattern CLOCK = Pattern.compile("(\\d+):(\\d+):(\\d+(?:\\.\\d+)?)");
  private static final BigInteger MAX_CLOCK = BigInteger.valueOf((9999L * 3600 + 3599) * 100 + 99);

  /** Parses the version's format; zero for anything else. */
  static TimeSpan parse(@Nullable String text, boolean is12) {
    if (text == null || text.length() > 200) {
      return ZERO;
    }
    return is12 ? clock(CLOCK.matcher(text)) : iso(ISO.matcher(text));
  }

  private static TimeSpan clock(Matcher parts) {
    if (!parts.matches()) {
      return ZERO;
    }
    var minutes = whole(parts.group(1)).multiply(BigInteger.valueOf(60)).add(whole(parts.group(2)));
    return new TimeSpan(
        BigInteger.ZERO,
        minutes.multiply(BigInteger.valueOf(6000)).add(hundredths(parts.group(3))));
  }

  private static TimeSpan iso(Matcher parts) {
    if (!parts.matches()) {
      return ZERO;
    }
    var months = whole(parts.group(1)).multiply(BigInteger.valueOf(12)).add(whole(parts.group(2)));
    var days = whole(parts.group(3)).multiply(BigInteger.valueOf(7)).add(whole(parts.group(4)));
    var hours = days.multiply(BigInteger.valueOf(24)).add(whole(parts.group(5)));
    var minutes = hours.multiply(BigInteger.valueOf(60)).add(whole(parts.group(6)));
    return new TimeSpan(
        months, minutes.multiply(BigInteger.valueOf(6000)).add(hundredths(parts.group(7))));
  }

  private static BigInteger whole(@Nullable String digits) {
    return digits == null ? BigInteger.ZERO : new BigInteger(digits);
  }

  private static BigInteger hundredths(@Nullable String seconds) {
    return seconds == null
        ? BigInteger.ZERO
        : new BigDecimal(seconds)
            .movePointRight(2)
            .setScale(0, RoundingMode.DOWN)
            .toBigInteger();
  }

  TimeSpan plus(TimeSpan other) {
    return new TimeSpan(months.add(other.months), centis.add(other.centis));
  }

  /** In the version's format; SCORM 1.2 ends at 9999:59:59.99. */
  String format(boolean is12) {
    return is12 ? clock() : iso();
  }

  private String clock() {
    long total = centis.min(MAX_CLOCK).longValue();
    long seconds = total / 100;
    var text = String.format(
        Locale.ROOT, "%04d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return total % 100 == 0 ? text : text + String.format(Locale.ROOT, ".%02d", total % 100);
  }

  private String iso() {
    var years = months.divideAndRemainder(BigInteger.valueOf(12));
    var days = centis.divideAndRemainder(BigInteger.valueOf(8_640_000));
    long rest = days[1].longValue();
    var date = part(years[0], "Y") + part(years[1], "M") + part(days[0], "D");
    var time = part(BigInteger.valueOf(rest / 360_000), "H")
        + part(BigInteger.valueOf(rest / 6000 % 60), "M")
        + seconds(rest % 6000);
    if (date.isEmpty() && time.isEmpty()) {
      return "PT0H0M0S";
    }
    return "P" + date + (time.isEmpty() ? "" : "T" + time);
  }

  private static String part(BigInteger amount, String unit) {
    return amount.signum() == 0 ? "" : amount + unit;
  }

  private static String seconds(long centis) {
    if (centis == 0) {
      return "";
    }
    return BigDecimal.valueOf(centis, 2).stripTrailingZeros().toPlainString() + "S";
  }

  /** As a duration, a month counted as 30 and a year as 365 days, at most 100 years. */
  Duration duration() {
    var years = months.divideAndRemainder(BigInteger.valueOf(12));
    var days =
        years[0].multiply(BigInteger.valueOf(365)).add(years[1].multiply(BigInteger.valueOf(30)));
    var all = days.multiply(BigInteger.valueOf(86_400_000)).add(centis.multiply(BigInteger.TEN));
    return Duration.ofMillis(all.min(BigInteger.valueOf(36_500L * 86_400_000)).longValue());
  }
}
