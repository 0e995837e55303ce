package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.NUMBER_COMMA;
import static org.lmskit.scorm.finding.ScormFinding.NUMBER_RANGE;
import static org.lmskit.scorm.finding.ScormFinding.NUMBER_UNREADABLE;
import static org.lmskit.scorm.finding.ScormFinding.VALUE_REPAIRED;
import static org.lmskit.scorm.finding.ScormFinding.VALUE_UNKNOWN;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.bind.BoundNode;
import org.lmskit.scorm.manifest.bind.BoundText;

/** Turns text into values; what cannot be read becomes a finding and the default. */
final class Values {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})");

  private final Report report;

  Values(Report report) {
    this.report = report;
  }

  /** Trimmed text; empty if absent. */
  static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  /** Trimmed text of an element; empty if it is absent. */
  static String text(@Nullable BoundText element) {
    return text(element == null ? null : element.value);
  }

  /** The element to blame: the one that holds the value if it is there, else the one around it. */
  static BoundNode place(@Nullable BoundText element, BoundNode around) {
    return element == null ? around : element;
  }

  boolean flag(@Nullable String value, boolean otherwise, String name, BoundNode at) {
    String text = text(value).toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    return switch (text) {
      case "1", "yes" -> repaired(value, "true", name, at);
      case "0", "no" -> !repaired(value, "false", name, at);
      default -> {
        report.add(VALUE_UNKNOWN, at, text(value), name);
        yield otherwise;
      }
    };
  }

  /** A boolean of XML schema may be 1 or 0: no finding for these. */
  private boolean repaired(@Nullable String value, String as, String name, BoundNode at) {
    if (!text(value).matches("[01]")) {
      report.add(VALUE_REPAIRED, at, text(value), name, as);
    }
    return true;
  }

  BigDecimal number(
      @Nullable String value,
      double from,
      double to,
      BigDecimal otherwise,
      String name,
      BoundNode at) {
    BigDecimal number = numberOrNull(value, from, to, name, at);
    return number == null ? otherwise : number;
  }

  @Nullable
  BigDecimal numberOrNull(
      @Nullable String value, double from, double to, String name, BoundNode at) {
    String text = text(value);
    if (text.isEmpty()) {
      return null;
    }
    String pointed = text.replace(',', '.');
    if (!NUMBER.matcher(pointed).matches()) {
      report.add(NUMBER_UNREADABLE, at, text, name);
      return null;
    }
    if (!pointed.equals(text)) {
      report.add(NUMBER_COMMA, at, text, name, pointed);
    }
    return clamp(
        new BigDecimal(pointed), BigDecimal.valueOf(from), BigDecimal.valueOf(to), name, at);
  }

  private BigDecimal clamp(
      BigDecimal number, BigDecimal from, BigDecimal to, String name, BoundNode at) {
    BigDecimal clamped = number.max(from).min(to);
    if (clamped.compareTo(number) != 0) {
      String low = from.stripTrailingZeros().toPlainString();
      String high = to.stripTrailingZeros().toPlainString();
      report.add(
          NUMBER_RANGE,
          at,
          number,
          name,
          low,
          high,
          clamped.stripTrailingZeros().toPlainString());
      return clamped.stripTrailingZeros();
    }
    return number;
  }

  @Nullable
  Integer count(@Nullable String value, String name, BoundNode at) {
    BigDecimal number = numberOrNull(value, 0, Integer.MAX_VALUE, name, at);
    return number == null ? null : number.intValue();
  }

  /** The constant whose token this is, in any case of letters. */
  <E extends Enum<E>> Optional<E> token(
      @Nullable String value, E[] all, Function<E, String> token, String name, BoundNode at) {
    String text = text(value);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (E one : all) {
      if (token.apply(one).equals(text)) {
        return Optional.of(one);
      }
    }
    for (E one : all) {
      if (token.apply(one).equalsIgnoreCase(text)) {
        report.add(VALUE_REPAIRED, at, text, name, token.apply(one));
        return Optional.of(one);
      }
    }
    report.add(VALUE_UNKNOWN, at, text, name);
    return Optional.empty();
  }
}
