package org.lmskit.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.certification.Given.noon;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lmskit.certification.CertificationFact.EarnedElsewhere;
import org.lmskit.certification.CertificationFact.Extended;
import org.lmskit.certification.CertificationFact.PathCompleted;
import org.lmskit.certification.CertificationFact.Paused;
import org.lmskit.certification.CertificationFact.Resumed;
import org.lmskit.certification.CertificationFact.Revoked;

class DayByDayTest {
  private static final LocalDate FROM = LocalDate.of(2023, 12, 1);
  private static final int DAYS = 1_500;

  @Property(tries = 300)
  void the_pure_function_agrees_with_a_life_day_by_day(
      @ForAll("policies") List<Certification> policies, @ForAll Random random) {
    List<CertificationFact> facts = randomFacts(policies, random);
    CertificationHistory history = Given.history(policies, facts.toArray(CertificationFact[]::new));
    DayByDay life = new DayByDay(policies);

    for (int i = 0; i < DAYS; i++) {
      LocalDate day = FROM.plusDays(i);
      List<CertificationFact> ofDay =
          facts.stream().filter(f -> f.effectiveOn().equals(day)).toList();
      CertificationState lived = life.live(day, ofDay);
      if (i % 7 == 0 || !ofDay.isEmpty()) {
        assertThat(history.stateOn(day)).as("%s", day).isEqualTo(lived);
      }
    }
    assertThat(history.dueBy(FROM.plusDays(DAYS - 1))).isEqualTo(life.told);
  }

  @Property(tries = 200)
  void the_state_changes_by_time_alone_exactly_when_something_is_due(
      @ForAll("policies") List<Certification> policies, @ForAll Random random) {
    List<CertificationFact> facts = randomFacts(policies, random);
    CertificationHistory history = Given.history(policies, facts.toArray(CertificationFact[]::new));
    List<LocalDate> due = history.due().stream().map(DueEvent::effectiveOn).toList();
    List<LocalDate> factDays =
        facts.stream().map(CertificationFact::effectiveOn).toList();

    for (int i = 1; i < DAYS; i++) {
      LocalDate day = FROM.plusDays(i);
      if (!factDays.contains(day)) {
        boolean changed = history.stateOn(day) != history.stateOn(day.minusDays(1));
        assertThat(changed).as("%s", day).isEqualTo(due.contains(day));
      }
    }
  }

  @Provide
  Arbitrary<List<Certification>> policies() {
    return policy().list().ofMinSize(1).ofMaxSize(3).map(list -> {
      List<Certification> versions = new ArrayList<>();
      for (Certification policy : list) {
        versions.add(policy.effectiveOn(Given.LONG_AGO.plusDays(1_700L * versions.size())));
      }
      return versions;
    });
  }

  private static Arbitrary<Certification> policy() {
    Arbitrary<Period> validity = Arbitraries.of(
            "P1M", "P3M", "P6M", "P12M", "P1Y", "P24M", "P90D", "P1M15D", "P365D")
        .map(Period::parse);
    Arbitrary<Period> window =
        Arbitraries.of("P0D", "P7D", "P1M", "P60D", "P2M").map(Period::parse);
    Arbitrary<Period> grace = Arbitraries.of("P0D", "P1D", "P30D", "P1M", "P3M").map(Period::parse);
    Arbitrary<ExpiryBasis> basis = Arbitraries.of(
        ExpiryBasis.completion(),
        ExpiryBasis.expiry(),
        ExpiryBasis.expiry(),
        ExpiryBasis.fixed(LocalDate.of(2024, 2, 29), Period.ofDays(70)),
        ExpiryBasis.fixed(LocalDate.of(2031, 8, 31), Period.ofMonths(3)));
    return Combinators.combine(basis, validity, window, grace)
        .as((b, v, w, g) -> Certification.of("c", "C", v, Given.LONG_AGO)
            .basis(b)
            .renewalWindow(w)
            .grace(g))
        .filter(policy -> policy.problems().isEmpty());
  }

  /** Facts whose days lie close to where something turns, since there the rules differ. */
  private static List<CertificationFact> randomFacts(List<Certification> policies, Random random) {
    List<CertificationFact> facts = new ArrayList<>();
    LocalDate day = FROM.plusDays(random.nextInt(60));
    int count = 1 + random.nextInt(14);
    for (int i = 0; i < count && day.isBefore(FROM.plusDays(DAYS)); i++) {
      facts.add(fact(day, random));
      CertificationHistory history =
          Given.history(policies, facts.toArray(CertificationFact[]::new));
      day = day.plusDays(random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(40));
      LocalDate turn = turn(history.statusOn(day), random);
      if (turn.isAfter(day) && random.nextInt(3) > 0) {
        day = turn;
      }
    }
    return facts.stream().distinct().toList();
  }

  private static LocalDate turn(CertificationStatus status, Random random) {
    Optional<LocalDate> turn = switch (random.nextInt(3)) {
      case 0 -> status.renewalOpensOn();
      case 1 -> status.validUntil();
      default -> status.graceEndsOn();
    };
    return turn.orElse(status.day()).plusDays(random.nextInt(4) - 1L);
  }

  private static CertificationFact fact(LocalDate day, Random random) {
    return switch (random.nextInt(12)) {
      case 0 ->
        new EarnedElsewhere(
            day, random.nextBoolean() ? null : day.plusDays(1 + random.nextInt(300)), noon(day));
      case 1 -> new Extended(day, day.plusDays(random.nextInt(400)), noon(day));
      case 2 -> new Paused(day, noon(day));
      case 3, 4 -> new Resumed(day, noon(day));
      case 5 -> new Revoked(day, noon(day));
      case 6, 7, 8 -> new PathCompleted(Path.PRIMARY, day, noon(day));
      default -> new PathCompleted(Path.RENEWAL, day, noon(day));
    };
  }
}
