package org.lmskit.xapi.client;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.XapiException;

/** Turns refusals of a store into exceptions. */
final class Refused {
  private static final int SHOWN = 1_000;

  /** A store that asks for more is mistaken: nothing would be delivered for years, whatever is repaired. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private Refused() {}

  static XapiException of(Transport.Answer answer) {
    String text = answer.text().strip();
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    String message =
        "the store answered " + answer.status() + (shown.isEmpty() ? "" : ": " + shown);
    return new XapiException(answer.status(), message, List.of(), retryAfter(answer));
  }

  /** A redirection that the HTTP client did not follow is no answer of a store. */
  static XapiException redirected(Transport.Answer answer) {
    return new XapiException(
        502,
        "the store answered " + answer.status() + " and leads to " + answer.header("Location")
            + ": use that address, or an HttpClient that follows");
  }

  private static @Nullable Duration retryAfter(Transport.Answer answer) {
    Duration asked = asked(answer);
    return asked == null || asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
  }

  /** Retry-After in seconds or as a date (RFC 9110 10.2.3), measured from the answer's own Date. */
  private static @Nullable Duration asked(Transport.Answer answer) {
    String value = answer.header("Retry-After").strip();
    if (value.matches("[0-9]{1,9}")) return Duration.ofSeconds(Long.parseLong(value));
    if (value.matches("[0-9]+")) return LONGEST_WAIT;
    Instant then = date(value);
    Instant now = date(answer.header("Date"));
    if (then == null || now == null) return null;
    return then.isBefore(now) ? Duration.ZERO : Duration.between(now, then);
  }

  /** The instant of an HTTP date; null if it is none. */
  static @Nullable Instant date(String text) {
    try {
      return text.isEmpty()
          ? null
          : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
