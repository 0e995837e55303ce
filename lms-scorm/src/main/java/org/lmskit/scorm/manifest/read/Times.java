package org.lmskit.scorm.manifest.read;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The times that manifests have. */
final class Times {
  private static final Pattern ISO =
      Pattern.compile("P(?:(\\d{1,9})Y)?(?:(\\d{1,9})M)?(?:(\\d{1,9})D)?"
          + "(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)S)?)?");
  private static final Pattern TIMESPAN =
      Pattern.compile("\\d{2,4}:[0-5]\\d:[0-5]\\d(\\.\\d{1,2})?");
  private static final long DAY = 86_400;

  private Times() {}

  /** Whether it is a CMITimespan of SCORM 1.2, such as {@code 0002:30:00}. */
  static boolean isTimespan(String text) {
    return TIMESPAN.matcher(text).matches();
  }

  /** An ISO 8601 duration; a year counts as 365 days and a month as 30. */
  static Optional<Duration> duration(String text) {
    Matcher m = ISO.matcher(text);
    if (!m.matches() || text.endsWith("P") || text.endsWith("T")) {
      return Optional.empty();
    }
    long days = number(m.group(1)) * 365 + number(m.group(2)) * 30 + number(m.group(3));
    long seconds = days * DAY + number(m.group(4)) * 3_600 + number(m.group(5)) * 60;
    BigDecimal fraction = m.group(6) == null ? BigDecimal.ZERO : new BigDecimal(m.group(6));
    return Optional.of(
        Duration.ofSeconds(seconds).plusNanos(fraction.movePointRight(9).longValue()));
  }

  /** A date with a time; without a zone in UTC. */
  static Optional<Instant> instant(String text) {
    try {
      String zoned = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? text : text + "Z";
      return Optional.of(OffsetDateTime.parse(zoned).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
