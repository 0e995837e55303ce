package org.lmskit.xapi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ISO 8601 duration, kept as it was written. Beyond 0.01 seconds its precision does not count.
 *
 * @param text such as {@code PT1H30M}, {@code P4W} or {@code P1Y2M10DT2H30M1.25S}
 * @see "xAPI 1.0.3 Data 4.6"
 */
public record IsoDuration(String text) {
  private static final String NUMBER = "(\\d+(?:[.,]\\d+)?)";
  private static final Pattern WEEKS = Pattern.compile("P" + NUMBER + "W");
  private static final Pattern FIELDS = Pattern.compile(
      "P(?:%1$sY)?(?:%1$sM)?(?:%1$sD)?(T(?:%1$sH)?(?:%1$sM)?(?:%1$sS)?)?".formatted(NUMBER));
  private static final long[] SECONDS = {0, 0, 86_400, -1, 3_600, 60, 1};
  private static final int MAX_LENGTH = 128;

  /** @throws IllegalArgumentException if the text is not an ISO 8601 duration */
  public IsoDuration {
    if (!new DurationShape(text).isValid())
      throw new IllegalArgumentException("not an ISO 8601 duration: " + text);
  }

  /** A duration of a Java length, in seconds with up to two decimals, cut. */
  public static IsoDuration of(Duration length) {
    BigDecimal seconds =
        BigDecimal.valueOf(length.toMillis()).movePointLeft(3).setScale(2, RoundingMode.DOWN);
    return new IsoDuration("PT" + plain(seconds) + "S");
  }

  /** Whether a text is an ISO 8601 duration of at most 128 characters; only the smallest part may have decimals. */
  public static boolean isValid(String text) {
    return text.length() <= MAX_LENGTH && new DurationShape(text).isValid();
  }

  /**
   * The same length in one form for all ways to write it, such as {@code P14MT3600.12S}. What is beyond
   * 0.01 seconds is cut. A year has 12 months, a day 24 hours; months have no fixed length in seconds.
   *
   * @see "IEEE 9274.1.1 4.2.7, Durations"
   */
  public IsoDuration normalized() {
    BigDecimal seconds = seconds().setScale(2, RoundingMode.DOWN);
    String time = seconds.signum() == 0 ? "" : "T" + plain(seconds) + "S";
    return new IsoDuration("P" + plain(months()) + "M" + time);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Whether both are the same length, compared to 0.01 seconds: what is beyond is cut. */
  public boolean sameAs(IsoDuration other) {
    return text.equals(other.text) || normalized().equals(other.normalized());
  }

  /** The part in years and months, as months. */
  BigDecimal months() {
    Matcher matcher = FIELDS.matcher(text);
    if (!matcher.matches()) return BigDecimal.ZERO;
    return number(matcher.group(1)).multiply(BigDecimal.valueOf(12)).add(number(matcher.group(2)));
  }

  /** The part in weeks, days, hours, minutes and seconds, as seconds; a day has 24 hours. */
  public BigDecimal seconds() {
    Matcher weeks = WEEKS.matcher(text);
    if (weeks.matches()) return number(weeks.group(1)).multiply(BigDecimal.valueOf(604_800));
    Matcher matcher = FIELDS.matcher(text);
    BigDecimal sum = BigDecimal.ZERO;
    if (!matcher.matches()) return sum;
    for (int i = 2; i < SECONDS.length; i++) {
      if (SECONDS[i] < 0) continue;
      sum = sum.add(number(matcher.group(i + 1)).multiply(BigDecimal.valueOf(SECONDS[i])));
    }
    return sum;
  }

  private static BigDecimal number(@Nullable String digits) {
    return digits == null ? BigDecimal.ZERO : new BigDecimal(digits.replace(',', '.'));
  }

  @Override
  public String toString() {
    return text;
  }
}
