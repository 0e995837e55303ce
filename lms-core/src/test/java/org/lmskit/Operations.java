package org.lmskit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Draft;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.ExpiryBasis;
import org.lmskit.certification.Path;
import org.lmskit.event.LmsEvent;
import org.lmskit.learning.ContentType;
import org.lmskit.learning.Fact;
import org.lmskit.learning.TestContent;
import org.lmskit.ledger.Ed25519Signer;
import org.lmskit.ledger.SignedTreeHead;
import org.lmskit.model.AppointmentId;
import org.lmskit.model.AttemptId;
import org.lmskit.model.Authorizer;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PageRequest;
import org.lmskit.model.PositionId;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.Sha256;
import org.lmskit.model.UnitId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Kinds;
import org.lmskit.store.Query;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;
import org.lmskit.viewing.ViewingRule;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.FeedLine;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;

/**
 * Every public operation of every facade, found by reflection, in a small world in which each of them
 * has something to do. Whoever adds an operation gives it arguments here.
 */
final class Operations {
  static final LearnerId ANN = TestLms.ANN;
  static final LearnerId BEN = TestLms.BEN;
  private static final PrincipalId HR = new PrincipalId("hr-7");
  private static final KeyPair KEYS = Ed25519Signer.newKeys();
  private static final CertificationId FORKLIFT = new CertificationId("forklift");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

  /** One operation: how it is called, on the engine that it is given. */
  record Named(String name, Function<Lms, Object> call) {}

  final TestLms test = new TestLms();
  final List<SignedTreeHead> published = new ArrayList<>();
  final Lms lms;
  private final Map<Class<?>, Object> byType = new HashMap<>();
  private final Map<String, Object[]> byName = new HashMap<>();

  Operations(Authorizer authorizer) {
    lms = test.builder()
        .module(LmsModule.of(TestContent.KINDS, TestContent.TYPE))
        .authorizer(authorizer)
        .treeHeads(Ed25519Signer.of(KEYS), published::add)
        .build();
    settle();
  }

  /** All operations, those on the engine as a whole included. */
  List<Named> all() {
    List<Named> all = new ArrayList<>();
    for (Method method : operations(Lms.class)) {
      if (isFacade(method.getReturnType())) {
        operations(method.getReturnType())
            .forEach(operation -> all.add(named(operation, l -> invoke(method, l))));
      } else if (!List.of("tenant", "as", "dryRun", "scope").contains(method.getName())) {
        all.add(named(method, l -> l));
      }
    }
    return all;
  }

  /** The operation of this name. */
  Named named(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private Named named(Method operation, Function<Lms, Object> facade) {
    String name = name(operation);
    return new Named(name, l -> invoke(operation, facade.apply(l)));
  }

  /** A facade is what an engine hands out and what has operations of its own. */
  private static boolean isFacade(Class<?> type) {
    return type.getPackageName().startsWith("org.lmskit.")
        && !type.isRecord()
        && Arrays.stream(type.getConstructors())
            .anyMatch(c -> c.getParameterTypes()[0].getSimpleName().equals("Scope"));
  }

  private static List<Method> operations(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .sorted(Comparator.comparing(Operations::name))
        .toList();
  }

  private static String name(Method method) {
    List<String> types =
        Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
    return method.getDeclaringClass().getSimpleName() + "." + method.getName() + types;
  }

  private Object invoke(Method method, Object target) {
    try {
      return method.invoke(target, arguments(method));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(name(method), e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(name(method), e);
    }
  }

  private Object[] arguments(Method method) {
    Object[] given = byName.get(name(method));
    return given != null
        ? given.clone()
        : Arrays.stream(method.getParameterTypes())
            .map(type -> argument(method, type))
            .toArray();
  }

  private Object argument(Method method, Class<?> type) {
    if (type == OutputStream.class) {
      return new ByteArrayOutputStream();
    }
    if (type == Store.class) {
      return new InMemoryStore();
    }
    Object sample = byType.get(type);
    if (sample == null) {
      throw new IllegalStateException(
          "give " + name(method) + " a " + type.getName() + " in " + getClass());
    }
    return sample;
  }

  private void settle() {
    Course course = test.fireSafety();
    lms.catalog().publish(course);
    String ann = lms.enrollments().enroll(ANN, TestLms.FIRE_SAFETY).id().value();
    EnrollmentId ben = lms.enrollments().enroll(BEN, TestLms.FIRE_SAFETY).id();
    lms.enrollments().suspend(ben, "");
    AttemptId attempt = lms.attempts().start(new EnrollmentId(ann), TestLms.U1).id();
    lms.workforce().define(new Position(new PositionId("worker"), "Worker"));
    lms.workforce().place(new OrgUnitId("hq"), "Headquarters", null, TODAY.minusDays(400));
    AppointmentEntry job = AppointmentEntry.of(
        "job-1", "ann", "hq", "worker", ZoneId.of("Europe/Lisbon"), TODAY.minusDays(90));
    lms.workforce().appoint(job);
    Certification forklift = Certification.of(
            "forklift", "Forklift", Period.ofMonths(1), TODAY.minusDays(400))
        .basis(ExpiryBasis.expiry())
        .renewalWindow(Period.ofDays(7));
    lms.certifications().publish(forklift);
    lms.certifications().complete(ANN, FORKLIFT, Path.PRIMARY, TODAY.minusDays(2));
    lms.certifications().complete(BEN, FORKLIFT, Path.PRIMARY, TODAY.minusDays(5));
    lms.certifications().pause(BEN, FORKLIFT, TODAY.minusDays(3), "leave");
    PathSamples.add(lms, byType, byName);
    AssignmentSamples.add(lms, byType, byName);
    AdmissionSamples.add(test, lms, byType, byName);
    ObservationSamples.add(lms, byType, byName);
    AssessmentSamples.add(lms, byType, byName);
    OfferingSamples.add(test, lms, byType, byName);
    CompetencySamples.add(lms, byType, byName);
    ReportSamples.add(byType, byName);
    lms.ledger().seal();
    EventId event = test.heard.get(0).id();
    lms.as(HR).enrollments().suspend(new EnrollmentId(ann), "until he is back");
    lms.as(HR).enrollments().resume(new EnrollmentId(ann));
    test.pass(Duration.ofDays(1));
    test.heard.clear();
    published.clear();
    samplesByType(new EnrollmentId(ann), attempt, course, job, forklift, event);
    samplesByName(ben, attempt, course);
  }

  private void samplesByType(
      EnrollmentId enrollment,
      AttemptId attempt,
      Course course,
      AppointmentEntry job,
      Certification forklift,
      EventId event) {
    for (Object sample : List.of(
        HR,
        ANN,
        TestLms.FIRE_SAFETY,
        TestLms.U1,
        enrollment,
        attempt,
        course,
        FORKLIFT,
        event,
        new OrgUnitId("hq"),
        new PositionId("worker"),
        new AppointmentId("job-1"),
        new org.lmskit.model.GroupId("first-aiders"),
        new Position(new PositionId("boss"), "Boss"),
        job.before(TODAY.plusDays(9)),
        forklift.grace(Period.ofDays(3)),
        Path.PRIMARY,
        TODAY,
        Duration.ofMinutes(5),
        PageRequest.first(9),
        LearnerProfile.named("Ann Smith"),
        Sha256.of(new byte[0]),
        test.time.get().minusSeconds(60),
        "some words",
        new Draft(2, 0, test.time.get(), course))) {
      byType.put(sample.getClass(), sample);
    }
    byType.put(java.util.Collection.class, List.of());
    byType.put(Kinds[].class, new Kinds[0]);
    byType.put(ContentType.class, TestContent.TYPE);
    byType.put(int.class, 1);
    byType.put(long.class, 1L);
    byType.put(Consumer.class, (Consumer<Object>) o -> {});
    byType.put(InputStream.class, new ByteArrayInputStream(new byte[0]));
  }

  private void samplesByName(EnrollmentId ben, AttemptId attempt, Course course) {
    EnrollmentId ann = (EnrollmentId) byType.get(EnrollmentId.class);
    Course changed = course.unit("u3", "Doors", test.page("doors", ViewingRule.OPENED));
    byName.put("Enrollments.resume[EnrollmentId]", new Object[] {ben});
    byName.put(
        "Enrollments.enroll[LearnerId, CourseId]",
        new Object[] {new LearnerId("carla"), TestLms.FIRE_SAFETY});
    byName.put(
        "Catalog.publish[Course, VersionPlan]",
        new Object[] {changed, VersionPlan.propose(course, changed)});
    byName.put("Catalog.publish[Course]", new Object[] {
      Course.of("ladders", "Ladders").unit("l1", "Up", test.page("up", ViewingRule.OPENED))
    });
    var open = new org.lmskit.viewing.ViewingRequest.Open("tab-1");
    byName.put(
        "Attempts.advance[AttemptId, ContentType, Object]",
        new Object[] {attempt, org.lmskit.viewing.ViewedContent.PAGE, open});
    byName.put(
        "Attempts.open[EnrollmentId, UnitId, ContentType, Object]",
        new Object[] {ann, new UnitId("u1"), org.lmskit.viewing.ViewedContent.PAGE, open});
    byName.put(
        "Attempts.state[AttemptId, ContentType]",
        new Object[] {attempt, org.lmskit.viewing.ViewedContent.PAGE});
    byName.put("Attempts.record[EnrollmentId, UnitId, List, Instant]", new Object[] {
      ann,
      TestLms.U2,
      List.of(new Fact.Progress(BigDecimal.ONE)),
      Instant.parse("2026-03-01T00:00:00Z")
    });
    byName.put(
        "Workforce.place[OrgUnitId, String, OrgUnitId, LocalDate]",
        new Object[] {new OrgUnitId("store"), "Store", new OrgUnitId("hq"), TODAY});
    byName.put(
        "Workforce.feed[List]",
        new Object[] {List.of(new FeedLine.Job("1", new PositionId("guard"), "Guard"))});
    LocalDate yesterday = TODAY.minusDays(1);
    byName.put(
        "Certifications.extend[LearnerId, CertificationId, LocalDate, LocalDate, String]",
        new Object[] {ANN, FORKLIFT, yesterday, TODAY.plusDays(90), "away"});
    byName.put(
        "Certifications.recordExternal[LearnerId, CertificationId, LocalDate, LocalDate, String]",
        new Object[] {ANN, FORKLIFT, yesterday, TODAY.plusDays(90), "seen"});
    byName.put(
        "Certifications.resume[LearnerId, CertificationId, LocalDate, String]",
        new Object[] {BEN, FORKLIFT, yesterday, "back"});
  }

  /** Everything in the store, for comparison. */
  List<String> bytes() {
    List<String> all = new ArrayList<>();
    List<org.lmskit.store.Kind<?>> kinds = new ArrayList<>(Lms.KINDS.kinds());
    kinds.addAll(TestContent.KINDS.kinds());
    test.store.read(lms.scope().tenant(), reader -> {
      kinds.forEach(kind -> reader.list(Query.of(kind)).forEach(s -> all.add(line(s))));
      return all;
    });
    return all;
  }

  private static String line(Stored<?> s) {
    return s.kind() + " " + s.id() + " " + s.version() + " " + s.position() + " " + s.body();
  }

  List<LmsEvent> heard() {
    return List.copyOf(test.heard);
  }
}
