package org.lmskit.scorm;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lmskit.learning.Interaction;
import org.lmskit.learning.InteractionType;
import org.lmskit.scorm.runtime.InteractionResult;

/** Interactions as content wrote them, in either version's formats, in the core's words. */
final class ScormInteractions {
  private static final Pattern CLOCK = Pattern.compile("(\\d{2,4}):(\\d{2}):(\\d{2}(?:\\.\\d+)?)");
  private static final Pattern ISO_SPAN = Pattern.compile(
      "P(?:\\d+Y)?(?:\\d+M)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+(?:\\.\\d+)?)S)?)?");
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

  private ScormInteractions() {}

  static Interaction of(InteractionResult said, Instant now) {
    return new Interaction(
        said.id(),
        type(said.type()),
        said.description(),
        said.correctResponses(),
        orNull(said.learnerResponse()),
        null,
        orNull(said.result().equals("wrong") ? "incorrect" : said.result()),
        said.weighting().isEmpty() ? null : new BigDecimal(said.weighting()),
        said.latency().isEmpty() ? null : duration(said.latency()),
        said.timestamp().isEmpty() ? null : instant(said.timestamp(), now));
  }

  private static InteractionType type(String word) {
    return Arrays.stream(InteractionType.values())
        .filter(type -> type.word().equals(word))
        .findFirst()
        .orElse(InteractionType.OTHER);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** CMITimespan of 1.2, or timeinterval of 2004 of which a month and a year count nothing. */
  static @Nullable Duration duration(String text) {
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return Duration.ofHours(Long.parseLong(clock.group(1)))
          .plusMinutes(Long.parseLong(clock.group(2)))
          .plus(seconds(clock.group(3)));
    }
    Matcher iso = ISO_SPAN.matcher(text);
    if (!iso.matches()) {
      return null;
    }
    return Duration.ofDays(number(iso.group(1)))
        .plusHours(number(iso.group(2)))
        .plusMinutes(number(iso.group(3)))
        .plus(iso.group(4) == null ? Duration.ZERO : seconds(iso.group(4)));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static Duration seconds(String decimal) {
    return Duration.ofNanos(new BigDecimal(decimal).multiply(NANOS).longValue());
  }

  /** A time of 2004; 1.2 knows only the time of day, which says nothing without the day. */
  private static @Nullable Instant instant(String text, Instant now) {
    try {
      Instant said = text.matches(".*(Z|[+-]\\d\\d(:\\d\\d)?)")
          ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)$", "$1:00")).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
      return said.isAfter(now) ? now : said;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
