package org.lmskit.examples.academy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Rational;
import org.lmskit.model.Score;
import org.lmskit.workforce.Learner;

/** Values as people read them. */
final class Words {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Words() {}

  /** In the zone of this machine; a real host takes the reader's. */
  static String moment(Instant when) {
    return MOMENT.format(when.atZone(ZoneId.systemDefault()));
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String score(Optional<Score> score) {
    return score.map(Words::score).orElse("No score yet");
  }

  /** What the content reported: its raw score out of the best, else the scaled one. */
  static String score(Score score) {
    if (score.raw().isPresent() && score.max().isPresent()) {
      return plain(score.raw().get()) + " of " + plain(score.max().get());
    }
    return score
        .scaled()
        .map(scaled -> percent(scaled) + " %")
        .or(() -> score.raw().map(raw -> plain(raw) + " points"))
        .orElse("No score yet");
  }

  /** A share of 0 to 1 in hundredths; only what is whole is 100. */
  static int percent(BigDecimal share) {
    return share.multiply(HUNDRED).setScale(0, RoundingMode.DOWN).intValue();
  }

  static String duration(Duration time) {
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return time.toSeconds() + " s";
    }
    return time.compareTo(Duration.ofHours(1)) < 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }

  static String points(BigDecimal number) {
    return number.compareTo(BigDecimal.ONE) == 0 ? "1 point" : plain(number) + " points";
  }

  /** An exact number, cut to hundredths where it has more. */
  static String number(Rational number) {
    return plain(number.toDecimal().setScale(2, RoundingMode.DOWN));
  }

  /** What somebody is called; who was erased has no name any more. */
  static String name(Map<LearnerKey, Learner> people, LearnerKey key) {
    Learner found = people.get(key);
    return found == null ? "somebody who was erased" : found.profile().name();
  }

  static String count(long number, String one, String many) {
    return number == 1 ? "1 " + one : String.format(Locale.ENGLISH, "%,d %s", number, many);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
