package org.lmskit.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lmskit.Lms;
import org.lmskit.TestLms;

/** Completions and certificates from elsewhere carry their day: the order in which they are told makes no difference. */
class OrderOfArrivalTest {
  private static final CertificationId CRANE = new CertificationId("crane");
  private static final LocalDate FROM = LocalDate.parse("2024-01-31");
  private static final int DAYS = 900;

  private record Fact(LocalDate day, Consumer<Lms> tell) {}

  @Property(tries = 25)
  void awards_and_states_are_the_same_in_any_order_and_batching(@ForAll long seed) {
    Random random = new Random(seed);
    Certification policy = policy(random);
    List<Fact> facts = facts(random);
    TestLms inTime = new TestLms();
    Lms first = started(inTime, policy);
    facts.stream()
        .sorted(Comparator.comparing(Fact::day))
        .forEach(fact -> tell(inTime, first, fact));
    TestLms late = new TestLms();
    Lms second = started(late, policy);
    Collections.shuffle(facts, random);
    late.time.set(noon(FROM.plusDays(DAYS)));
    int told = random.nextInt(facts.size());
    facts.subList(0, told).forEach(fact -> fact.tell().accept(second));
    late.time.set(noon(FROM.plusDays(DAYS + 100)));
    second.advance();
    facts.subList(told, facts.size()).forEach(fact -> fact.tell().accept(second));
    inTime.time.set(late.time.get());
    first.advance();

    CertificationHistory expected = first.certifications().history(TestLms.ANN, CRANE);
    CertificationHistory actual = second.certifications().history(TestLms.ANN, CRANE);
    assertThat(actual.awards()).isEqualTo(expected.awards());
    for (int i = 0; i < DAYS + 400; i += 7) {
      LocalDate day = FROM.plusDays(i);
      assertThat(actual.statusOn(day)).isEqualTo(expected.statusOn(day));
    }
  }

  private static void tell(TestLms test, Lms lms, Fact fact) {
    test.time.set(noon(fact.day()));
    lms.advance();
    fact.tell().accept(lms);
  }

  private static Lms started(TestLms test, Certification policy) {
    test.time.set(noon(FROM.minusDays(1)));
    Lms lms = test.start();
    lms.certifications().publish(policy);
    return lms;
  }

  private static Certification policy(Random random) {
    int window = random.nextInt(40);
    ExpiryBasis basis = switch (random.nextInt(3)) {
      case 0 -> ExpiryBasis.completion();
      case 1 -> ExpiryBasis.expiry();
      default -> ExpiryBasis.fixed(LocalDate.parse("2024-02-29"), Period.ofDays(window + 1));
    };
    return Certification.of("crane", "Crane", Period.ofMonths(4), LocalDate.parse("2020-01-01"))
        .basis(basis)
        .renewalWindow(Period.ofDays(window))
        .grace(Period.ofDays(random.nextInt(30)));
  }

  private static List<Fact> facts(Random random) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      LocalDate day = FROM.plusDays(random.nextInt(DAYS));
      facts.add(
          switch (random.nextInt(4)) {
            case 0 ->
              new Fact(
                  day,
                  l -> l.certifications()
                      .recordExternal(TestLms.ANN, CRANE, day, day.plusDays(77), "seen"));
            case 1 -> completed(day, Path.RENEWAL);
            default -> completed(day, Path.PRIMARY);
          });
    }
    return facts;
  }

  private static Fact completed(LocalDate day, Path path) {
    return new Fact(day, l -> l.certifications().complete(TestLms.ANN, CRANE, path, day));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }
}
