package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.assignment.Company.PETRA;
import static org.lmskit.assignment.Company.line;
import static org.lmskit.catalog.DayRule.assignment;
import static org.lmskit.catalog.DayRule.hire;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.lmskit.DryRun;
import org.lmskit.Lms;
import org.lmskit.LmsModule;
import org.lmskit.RandomHistory;
import org.lmskit.TestLms;
import org.lmskit.assignment.AssignmentEvent.OfDuty;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Path;
import org.lmskit.event.LmsEvent;
import org.lmskit.learning.TestContent;
import org.lmskit.model.GroupId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.store.InMemoryStore;

class AssignmentPropertiesTest {
  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final int DAYS = 120;
  private static final List<String> UNITS = List.of("racks", "warehouse", "office", "company");
  private static final List<Subject> SUBJECTS =
      List.of(Subject.course("c"), Subject.course("d"), Subject.certification("fk"));

  private record Fact(LocalDate day, java.util.function.Consumer<Company> tell) {}

  @Property(tries = 8)
  void facts_give_the_same_final_state_in_any_order_and_batching(@ForAll long seed) {
    Random random = new Random(seed);
    Company inTime = company();
    List<Fact> facts = facts(random).stream()
        .sorted(Comparator.comparing(Fact::day))
        .filter(fact -> {
          inTime.on(fact.day().toString());
          return isTaken(fact, inTime);
        })
        .toList();
    inTime.on("2026-12-31");
    Company late = company();
    List<Fact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, random);
    late.on("2026-09-01");
    int told = random.nextInt(shuffled.size());
    shuffled.subList(0, told).forEach(fact -> fact.tell().accept(late));
    late.on("2026-12-31");
    shuffled.subList(told, shuffled.size()).forEach(fact -> fact.tell().accept(late));

    for (int i = -5; i < DAYS + 60; i += 5) {
      String day = FROM.plusDays(i).toString();
      assertThat(row(late, day)).as(day).isEqualTo(row(inTime, day));
    }
    for (Subject subject : SUBJECTS) {
      assertThat(told(late, subject)).isEqualTo(told(inTime, subject));
    }
  }

  /** What decides nothing on its own day is refused then, and so is no fact. */
  private static boolean isTaken(Fact fact, Company company) {
    try {
      fact.tell().accept(company);
      return true;
    } catch (RejectedException e) {
      assertThat(e.reason()).isInstanceOf(AssignmentReason.class);
      return false;
    }
  }

  @Property(tries = 200)
  void no_duty_is_lost_and_none_duplicated_under_random_rules(@ForAll long seed) {
    Random random = new Random(seed);
    Life life = new Life();
    List<TreeMap<LocalDate, AssignmentRule>> rules = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      TreeMap<LocalDate, AssignmentRule> versions = new TreeMap<>();
      AssignmentRule first = rule("r" + i, random);
      versions.put(Life.LONG_AGO, first);
      life.rule(first);
      LocalDate from = FROM;
      for (int v = random.nextInt(3); v > 0; v--) {
        from = from.plusDays(1 + random.nextInt(40));
        AssignmentRule next = rule("r" + i, random);
        versions.put(from, next);
        life.then(next, from.toString());
      }
      rules.add(versions);
    }
    List<String[]> stays = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      LocalDate from = FROM.plusDays(random.nextInt(DAYS) - 20L);
      @Nullable
      LocalDate before = random.nextInt(4) == 0 ? null : from.plusDays(1 + random.nextInt(40));
      String unit = UNITS.get(random.nextInt(3));
      stays.add(new String[] {unit, from.toString(), before == null ? "9" : before.toString()});
      life.in(unit, from.toString(), before == null ? null : before.toString());
    }
    Timeline timeline = life.timeline();
    TreeSet<String> held = new TreeSet<>();
    for (LocalDate day = FROM.minusDays(60);
        day.isBefore(FROM.plusDays(DAYS + 50));
        day = day.plusDays(1)) {
      for (TreeMap<LocalDate, AssignmentRule> versions : rules) {
        live(held, versions.floorEntry(day).getValue(), stays, day.toString());
      }
      TreeSet<String> causes = new TreeSet<>();
      boolean isAlive = timeline
          .on(day)
          .filter(situation -> situation.state().isAlive())
          .map(situation -> {
            situation.causes().forEach(cause -> causes.add(cause.toString()));
            return true;
          })
          .orElse(false);
      assertThat(causes).as("%s", day).isEqualTo(held);
      assertThat(isAlive).as("%s", day).isEqualTo(!held.isEmpty());
    }
  }

  @Property(tries = 8)
  void dry_run_gives_the_events_of_publishing_on_random_histories(@ForAll long seed) {
    TestLms test = new TestLms();
    Lms lms =
        test.builder().module(LmsModule.of(TestContent.KINDS, TestContent.TYPE)).build();
    RandomHistory history = new RandomHistory(test, new Random(seed));
    history.live(lms, 60);
    for (int i = 0; i < 4; i++) {
      AssignmentRule rule = history.rule();
      List<String> dry;
      try {
        DryRun<RuleVersion> what = lms.dryRun(l -> l.assignments().publish(rule));
        dry = what.events().stream().map(AssignmentPropertiesTest::text).toList();
      } catch (RejectedException | NotFoundException e) {
        continue;
      }
      test.heard.clear();
      lms.assignments().publish(rule);

      assertThat(test.heard.stream().map(AssignmentPropertiesTest::text)).isEqualTo(dry);
    }
  }

  private static String text(LmsEvent event) {
    String what = event instanceof OfDuty duty ? " " + duty.learner() + " " + duty.subject() : "";
    String after = event instanceof AssignmentEvent.Moved moved ? " " + moved.after() : "";
    return event.getClass().getSimpleName() + " " + event.effectiveOn() + what + after;
  }

  /** A day in the life of one rule: who matches, scanned by hand. */
  private static void live(
      TreeSet<String> held, AssignmentRule rule, List<String[]> stays, String day) {
    String unit = ((Audience.Appointed) rule.audience()).unitOrNull().value();
    boolean matches = stays.stream()
        .anyMatch(stay ->
            stay[0].equals(unit) && stay[1].compareTo(day) <= 0 && day.compareTo(stay[2]) < 0);
    String cause = "rule " + rule.id();
    boolean adds = rule.mode() == RuleMode.UPDATE || rule.mode() == RuleMode.ADD_ONLY;
    boolean removes = rule.mode() == RuleMode.UPDATE || rule.mode() == RuleMode.REMOVE_ONLY;
    if (matches && adds) {
      held.add(cause);
    } else if (!matches && removes && rule.exit() != ExitPolicy.RETAIN) {
      held.remove(cause);
    }
  }

  private static AssignmentRule rule(String id, Random random) {
    return AssignmentRule.of(id, Audience.unit(UNITS.get(random.nextInt(3))), Subject.course("c"))
        .due(assignment(random.nextInt(30)))
        .mode(RuleMode.values()[random.nextInt(4)])
        .exit(ExitPolicy.values()[random.nextInt(4)]);
  }

  private static Company company() {
    Company company = new Company(new InMemoryStore());
    company.course("c", 1);
    company.course("d", 1);
    Lms lms = company.lms;
    lms.certifications()
        .publish(Certification.of("fk", "Forklift", Period.ofDays(40), LocalDate.of(2020, 1, 1))
            .renewalWindow(Period.ofDays(10)));
    Assignments all = lms.assignments();
    all.publish(AssignmentRule.of("r1", Audience.unit("warehouse"), SUBJECTS.get(0))
        .due(assignment(20))
        .reminding(Reminders.before(5).escalating(2)));
    all.publish(AssignmentRule.of(
            "r2", Audience.unit("office").and(Audience.group("g").negated()), SUBJECTS.get(1))
        .due(hire(10))
        .exit(ExitPolicy.CANCEL));
    all.publish(AssignmentRule.of("r3", Audience.staff(), SUBJECTS.get(0)).due(hire(15)));
    all.publish(AssignmentRule.of("r4", Audience.group("g"), SUBJECTS.get(2))
        .due(assignment(30))
        .exit(ExitPolicy.RETAIN));
    all.publish(
        AssignmentRule.of("r5", Audience.unit("warehouse"), SUBJECTS.get(2)).due(assignment(30)));
    return company;
  }

  private static List<Fact> facts(Random random) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      LocalDate from = FROM.plusDays(random.nextInt(DAYS));
      String before =
          random.nextInt(4) == 0 ? null : from.plusDays(1 + random.nextInt(50)).toString();
      String id = "a" + i;
      String unit = UNITS.get(i);
      facts.add(new Fact(from, of -> of.feed(line(id, PETRA, unit, from.toString(), before))));
    }
    for (int i = 0; i < 3; i++) {
      LocalDate day = FROM.plusDays(i * 40L + random.nextInt(40));
      facts.add(
          i == 1
              ? new Fact(day, of -> of.lms.workforce().leave(PETRA, new GroupId("g"), day))
              : new Fact(day, of -> of.lms.workforce().join(PETRA, new GroupId("g"), day)));
    }
    for (int i = 0; i < 3; i++) {
      LocalDate day = FROM.plusDays(i * 40L + random.nextInt(40));
      facts.add(new Fact(
          day,
          of -> of.lms
              .certifications()
              .complete(PETRA, new CertificationId("fk"), Path.PRIMARY, day)));
    }
    facts.addAll(decisions(random));
    return facts;
  }

  /** A decision, its end, and an extension. */
  private static List<Fact> decisions(Random random) {
    LocalDate day = FROM.plusDays(random.nextInt(DAYS));
    LocalDate end = day.plusDays(1 + random.nextInt(40));
    LocalDate extended = FROM.plusDays(random.nextInt(DAYS));
    Subject subject = SUBJECTS.get(random.nextInt(3));
    List<Fact> facts = new ArrayList<>();
    switch (random.nextInt(3)) {
      case 0 -> {
        facts.add(new Fact(day, of -> all(of).waive(PETRA, subject, day, "knows")));
        facts.add(new Fact(end, of -> all(of).liftWaiver(PETRA, subject, end, "forgot")));
      }
      case 1 -> {
        facts.add(new Fact(day, of -> all(of).exclude(PETRA, subject, day, "no")));
        facts.add(new Fact(end, of -> all(of).liftExclusion(PETRA, subject, end, "yes")));
      }
      default -> {
        facts.add(new Fact(day, of -> all(of).assign(PETRA, subject, assignment(9), day, "asked")));
        facts.add(new Fact(end, of -> all(of).unassign(PETRA, subject, end, "no longer")));
      }
    }
    facts.add(new Fact(
        extended,
        of -> all(of).extend(PETRA, subject, extended, extended.plusDays(25), "was ill")));
    return facts;
  }

  private static Assignments all(Company company) {
    return company.lms.assignments();
  }

  private static List<String> row(Company company, String day) {
    List<String> row = new ArrayList<>();
    SUBJECTS.forEach(subject -> row.add(company.standing(PETRA, subject, day)));
    row.add(company.compliance(PETRA, day));
    return row;
  }

  private static List<String> told(Company company, Subject subject) {
    return company.lms.assignments().find(PETRA, subject).stream()
        .flatMap(duty -> duty.moments().stream())
        .map(moment -> moment.day() + " " + moment.byFact() + " " + Life.text(moment.situation())
            + " " + moment.situation().satisfiedOn())
        .toList();
  }
}
