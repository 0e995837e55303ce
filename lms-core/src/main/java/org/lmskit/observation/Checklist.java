package org.lmskit.observation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Text;
import org.lmskit.certification.CertificationId;

/**
 * What is looked at when somebody is observed, and what is enough. Passed is who reaches the least points of every critical
 * criterion and the least sum.
 *
 * @param id the same for all versions
 * @param title shown to learners
 * @param criteria in their order
 * @param leastSum the least sum of points
 * @param qualificationOrNull the certification of which an observer needs a valid award; null if anybody may observe
 * @param signOffDays how many days after the day of the observation it can be signed off, that day included
 * @param statement what whoever signs off declares: the meaning of the signature
 */
public record Checklist(
    ChecklistId id,
    Text title,
    List<Criterion> criteria,
    BigDecimal leastSum,
    @Nullable CertificationId qualificationOrNull,
    int signOffDays,
    String statement) {
  /** Copies the list. */
  public Checklist {
    criteria = List.copyOf(criteria);
  }

  /** A checklist without criteria; anybody may observe, and it is signed off within 7 days. */
  public static Checklist of(String id, String title) {
    return new Checklist(
        new ChecklistId(id),
        Text.of(title),
        List.of(),
        BigDecimal.ZERO,
        null,
        7,
        "I confirm this observation.");
  }

  /** The same with one more criterion. */
  public Checklist criterion(Criterion next) {
    List<Criterion> more = new ArrayList<>(criteria);
    more.add(next);
    return new Checklist(id, title, more, leastSum, qualificationOrNull, signOffDays, statement);
  }

  /** The same, passed with at least this sum of points. */
  public Checklist passingWith(BigDecimal sum) {
    return new Checklist(id, title, criteria, sum, qualificationOrNull, signOffDays, statement);
  }

  /** The same, passed with at least this sum of points. */
  public Checklist passingWith(int sum) {
    return passingWith(BigDecimal.valueOf(sum));
  }

  /** The same, observed by those only who hold a valid award of this certification. */
  public Checklist observedBy(String certification) {
    CertificationId needed = new CertificationId(certification);
    return new Checklist(id, title, criteria, leastSum, needed, signOffDays, statement);
  }

  /** The same, signed off at most so many days after the observation. */
  public Checklist signedOffWithin(int days) {
    return new Checklist(id, title, criteria, leastSum, qualificationOrNull, days, statement);
  }

  /** The same, with another meaning of the signature. */
  public Checklist stating(String meaning) {
    return new Checklist(id, title, criteria, leastSum, qualificationOrNull, signOffDays, meaning);
  }

  /** The certification of which an observer needs a valid award. */
  public Optional<CertificationId> qualification() {
    return Optional.ofNullable(qualificationOrNull);
  }

  /** The criterion of this id. */
  public Optional<Criterion> find(String criterion) {
    return criteria.stream().filter(one -> one.id().equals(criterion)).findFirst();
  }

  /** The fewest points that can be reached. */
  public BigDecimal least() {
    return criteria.stream()
        .map(one -> one.scale().least())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The most points that can be reached. */
  public BigDecimal most() {
    return criteria.stream()
        .map(one -> one.scale().most())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Why it cannot be published; empty if it can. */
  List<String> problems() {
    List<String> found = new ArrayList<>();
    if (title.text().isBlank() || statement.isBlank()) {
      found.add("a title and a statement are needed");
    }
    if (criteria.isEmpty()) {
      found.add("no criterion");
    }
    if (signOffDays < 0) {
      found.add("signed off within " + signOffDays + " days");
    }
    Set<String> ids = new HashSet<>();
    for (Criterion one : criteria) {
      if (!ids.add(one.id())) {
        found.add("two criteria " + one.id());
      }
      if (one.critical()
          .filter(least -> least.compareTo(one.scale().most()) > 0)
          .isPresent()) {
        found.add(
            "criterion " + one.id() + " needs " + one.criticalOrNull() + " of " + one.scale());
      }
    }
    if (leastSum.compareTo(most()) > 0) {
      found.add("a sum of " + leastSum + " cannot be reached, the most is " + most());
    }
    return found;
  }
}
