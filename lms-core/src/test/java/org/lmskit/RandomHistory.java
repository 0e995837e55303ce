package org.lmskit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lmskit.assignment.Allowance;
import org.lmskit.assignment.AssignmentRule;
import org.lmskit.assignment.Audience;
import org.lmskit.assignment.ExitPolicy;
import org.lmskit.assignment.Reminders;
import org.lmskit.assignment.RuleId;
import org.lmskit.assignment.RuleMode;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Unit;
import org.lmskit.catalog.UnitContent;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.ExpiryBasis;
import org.lmskit.certification.Path;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Fact;
import org.lmskit.learning.TestContent;
import org.lmskit.learning.TestContent.Say;
import org.lmskit.model.AppointmentId;
import org.lmskit.model.CourseId;
import org.lmskit.model.GroupId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.FeedLine;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;

/**
 * Random operations of every facade that writes domain records; whoever adds a domain record adds his
 * operations here. What the engine refuses is part of life.
 */
public final class RandomHistory {
  private static final int PEOPLE = 4;

  private final TestLms test;
  private final Random random;
  private final RandomPaths paths;
  private final RandomObservations observations;
  private final RandomAssessments assessments;
  private final RandomOfferings offerings;
  private final RandomCompetencies competencies;
  private int version;
  private int policies;

  public RandomHistory(TestLms test, Random random) {
    this.test = test;
    this.random = random;
    this.paths = new RandomPaths(random);
    this.observations = new RandomObservations(test, random);
    this.assessments = new RandomAssessments(random);
    this.offerings = new RandomOfferings(test, random);
    this.competencies = new RandomCompetencies(random);
  }

  /** Lets time pass and does something, so many times. */
  public void live(Lms lms, int steps) {
    for (int i = 0; i < steps; i++) {
      test.pass(Duration.ofMinutes(random.nextInt(3_000)));
      step(lms);
    }
  }

  /** Does something at random. */
  public void step(Lms lms) {
    int before = version;
    try {
      act(lms);
    } catch (RejectedException | NotFoundException e) {
      version = before;
    }
  }

  private void act(Lms lms) {
    switch (random.nextInt(version == 0 ? 4 : 26)) {
      case 0 -> publish(lms);
      case 1 -> organise(lms);
      case 2 -> appoint(lms);
      case 3 -> person(lms);
      case 4 -> publishPolicy(lms);
      case 5, 6 -> certify(lms);
      case 7 -> lms.advance();
      case 8, 9, 10 -> paths.act(lms, learner(), day());
      case 11 -> lms.assignments().publish(rule());
      case 12, 13 -> decide(lms);
      case 14, 15 -> observations.act(lms);
      case 16, 17 -> assessments.act(lms, learner());
      case 18, 19 -> offerings.act(lms);
      case 20, 21 -> competencies.act(lms, learner(), day());
      default -> learn(lms);
    }
  }

  private void organise(Lms lms) {
    switch (random.nextInt(3)) {
      case 0 -> lms.workforce().define(new Position(position(), "Job " + random.nextInt(3)));
      case 1 -> lms.workforce().place(unit(), "Part " + random.nextInt(3), null, day());
      default -> lms.workforce().place(unit(), "Part", unit(), day());
    }
  }

  private void appoint(Lms lms) {
    if (random.nextInt(6) == 0) {
      lms.workforce().cancel(appointment());
    } else if (random.nextBoolean()) {
      lms.workforce().appoint(entry());
    } else {
      lms.workforce()
          .feed(List.of(
              new FeedLine.Job("1", position(), "Job"),
              new FeedLine.Part("2", unit(), "Part", null, day().minusDays(400)),
              new FeedLine.Person("3", learner(), LearnerProfile.named("Somebody")),
              new FeedLine.Appoint("4", entry()),
              new FeedLine.Appoint("5", entry())));
    }
  }

  private AppointmentEntry entry() {
    LocalDate from = day();
    return new AppointmentEntry(
        appointment(),
        learner(),
        unit(),
        position(),
        random.nextBoolean() ? learner() : null,
        ZoneId.of(random.nextBoolean() ? "Asia/Tokyo" : "Europe/Lisbon"),
        from,
        random.nextBoolean() ? from.plusDays(1 + random.nextInt(200)) : null);
  }

  private void person(Lms lms) {
    int choice = random.nextInt(8);
    if (choice == 0) {
      lms.workforce().erase(learner());
    } else if (choice < 3) {
      lms.workforce().join(learner(), new GroupId("g" + random.nextInt(2)), day());
    } else if (choice < 5) {
      lms.workforce().leave(learner(), new GroupId("g" + random.nextInt(2)), day());
    } else {
      lms.workforce().save(learner(), LearnerProfile.named("Name " + random.nextInt(9)));
    }
  }

  private void publish(Lms lms) {
    version++;
    if (version == 1) {
      lms.catalog().publish(course(1));
      return;
    }
    VersionPlan plan = VersionPlan.propose(course(version - 1), course(version));
    VersionPlan dated = random.nextBoolean() ? plan.sunset(day()) : plan;
    VersionPlan retraining = random.nextBoolean() ? dated.retrainingCompleted() : dated;
    boolean isLater = random.nextInt(3) == 0;
    LocalDate today = LocalDate.ofInstant(test.time.get(), ZoneId.of("Europe/Lisbon"));
    lms.catalog()
        .publish(
            course(version),
            isLater ? retraining.effective(today.plusDays(random.nextInt(20))) : retraining);
  }

  private static Course course(int version) {
    Course course = Course.of("fire-safety", "Fire safety " + version);
    for (int i = 0; i < 3; i++) {
      UnitContent content = UnitContent.of("test", i == version % 3 ? "v" + version : "same");
      course = course.unit(Unit.of("u" + i, "Unit " + i, content)
          .withScorePolicy(ScorePolicy.values()[i])
          .withMaxAttempts(i == 2 ? 3 : 0));
    }
    return course;
  }

  private void learn(Lms lms) {
    LearnerId learner = learner();
    CourseId course = TestLms.FIRE_SAFETY;
    Enrollment open = lms.enrollments().findOpen(learner, course).orElse(null);
    if (open == null) {
      lms.enrollments().enroll(learner, course);
      return;
    }
    UnitId unit = new UnitId("u" + random.nextInt(3));
    switch (random.nextInt(14)) {
      case 0 -> lms.enrollments().withdraw(open.id(), "no longer needed");
      case 1 -> lms.enrollments().suspend(open.id(), "");
      case 2 -> lms.enrollments().resume(open.id());
      case 3 -> lms.attempts().record(open.id(), unit, facts(), test.time.get().minusSeconds(60));
      default -> lms.attempts().open(open.id(), unit, TestContent.TYPE, new Say(facts(), false));
    }
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      facts.add(
          switch (random.nextInt(6)) {
            case 0 -> new Fact.Completion();
            case 1 -> new Fact.Success(random.nextBoolean());
            case 2 -> new Fact.Progress(BigDecimal.valueOf(random.nextInt(11), 1));
            case 3 -> new Fact.Score(Score.ofScaled(BigDecimal.valueOf(random.nextInt(101), 2)));
            case 4 ->
              new Fact.Time(test.time.get().minusSeconds(random.nextInt(900)), test.time.get());
            default -> new Fact.End();
          });
    }
    return facts;
  }

  private void publishPolicy(Lms lms) {
    policies++;
    lms.certifications()
        .publish(Certification.of(
                certification().value(), "Policy " + policies, Period.ofDays(30), day())
            .basis(random.nextBoolean() ? ExpiryBasis.expiry() : ExpiryBasis.completion())
            .renewalWindow(Period.ofDays(random.nextInt(20)))
            .grace(Period.ofDays(random.nextInt(20)))
            .retroactive(random.nextBoolean())
            .primary(Subject.course("fire-safety")));
  }

  private void certify(Lms lms) {
    LearnerId learner = learner();
    CertificationId id = certification();
    LocalDate on = day();
    var all = lms.certifications();
    switch (random.nextInt(8)) {
      case 0 -> all.recordExternal(learner, id, on, "seen on paper");
      case 1 -> all.extend(learner, id, on, on.plusDays(random.nextInt(90)), "on leave");
      case 2 -> all.pause(learner, id, on, "parental leave");
      case 3 -> all.resume(learner, id, on, "is back");
      case 4 -> all.revoke(learner, id, on, "accident");
      case 5 -> all.complete(learner, id, Path.RENEWAL, on);
      default -> all.complete(learner, id, Path.PRIMARY, on);
    }
  }

  /** A rule, or the next version of one, as good as any. */
  public AssignmentRule rule() {
    int number = random.nextInt(4);
    Audience audience = switch (random.nextInt(5)) {
      case 0 -> Audience.group("g0");
      case 1 -> Audience.position("p0").and(Audience.unit("o0"));
      case 2 -> Audience.group("g1").negated();
      case 3 -> Audience.staff();
      default -> Audience.unit("o" + random.nextInt(2)).or(Audience.position("p1"));
    };
    DayRule due = switch (random.nextInt(4)) {
      case 0 -> DayRule.fixed(day().plusDays(random.nextInt(60)));
      case 1 -> DayRule.hire(random.nextInt(30));
      case 2 -> DayRule.following(Subject.certification("c0"), random.nextInt(30));
      default -> DayRule.assignment(random.nextInt(30));
    };
    return AssignmentRule.of("r" + number, audience, subject(number))
        .due(due)
        .exit(ExitPolicy.values()[random.nextInt(4)])
        .mode(RuleMode.values()[random.nextInt(4)])
        .allowing(Allowance.values()[random.nextInt(2)])
        .reminding(Reminders.before(random.nextInt(9)).escalating(1, 5));
  }

  private void decide(Lms lms) {
    LearnerId learner = learner();
    Subject subject = subject(random.nextInt(4));
    LocalDate on = day();
    var all = lms.assignments();
    switch (random.nextInt(8)) {
      case 0 -> all.waive(learner, subject, on, "knows it");
      case 1 -> all.liftWaiver(learner, subject, on, "forgot it");
      case 2 -> all.exclude(learner, subject, on, "not his work");
      case 3 -> all.liftExclusion(learner, subject, on, "now it is");
      case 4 -> all.extend(learner, subject, on, on.plusDays(random.nextInt(60)), "was ill");
      case 5 -> all.unassign(learner, subject, on, "done with");
      case 6 -> all.retire(new RuleId("r" + random.nextInt(4)));
      default -> all.assign(learner, subject, DayRule.assignment(7), on, "asked for it");
    }
  }

  private static Subject subject(int number) {
    return number < 2 ? Subject.course("fire-safety") : Subject.certification("c" + (number - 2));
  }

  private LocalDate day() {
    LocalDate today = LocalDate.ofInstant(test.time.get(), ZoneOffset.UTC);
    return today.minusDays(random.nextInt(40)).plusDays(random.nextInt(4));
  }

  private LearnerId learner() {
    return new LearnerId("l" + random.nextInt(PEOPLE));
  }

  private CertificationId certification() {
    return new CertificationId("c" + random.nextInt(2));
  }

  private AppointmentId appointment() {
    return new AppointmentId("a" + random.nextInt(5));
  }

  private OrgUnitId unit() {
    return new OrgUnitId("o" + random.nextInt(4));
  }

  private PositionId position() {
    return new PositionId("p" + random.nextInt(2));
  }
}
