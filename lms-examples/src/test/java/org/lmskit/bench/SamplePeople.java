package org.lmskit.bench;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lmskit.Lms;
import org.lmskit.assignment.AssignmentRule;
import org.lmskit.assignment.Audience;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Path;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.viewing.Viewable;
import org.lmskit.viewing.ViewingRule;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.FeedLine;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;

/**
 * People in teams, each with two courses and a certification to do; nine of ten completed that at some time. All but a
 * few are copies of the records of people whom the engine knows, without their events, so that many take minutes.
 */
final class SamplePeople {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  static final CertificationId FORKLIFT = new CertificationId("forklift");
  static final int TEAMS = 20;

  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
  private static final int TOGETHER = 1_000;
  private static final int TEMPLATES = 2 * TEAMS;
  private static final Pattern GENERATED = Pattern.compile("id-[0-9]{6}");

  /** The records of one person as the engine wrote them, by kind. */
  private record Template(String key, String id, Map<Kind<?>, List<String>> bodies) {}

  private SamplePeople() {}

  /** On the day of the reports; what it makes first has the same ids on each store. */
  static Lms engine(Store store) {
    Clock clock = Clock.fixed(Instant.parse("2026-06-01T09:00:00Z"), ZoneOffset.UTC);
    int[] next = {0};
    return Lms.on(store, new InMemoryContentStore(clock))
        .clock(clock)
        .zone(tenant -> ZONE)
        .ids(() -> String.format("id-%06d", next[0]++))
        .build();
  }

  static void fill(Store store, int people) {
    define(engine(store));
    List<Template> templates = templates();
    for (int from = 0; from < people; from += TOGETHER) {
      int first = from;
      int last = Math.min(people, from + TOGETHER);
      store.write(TenantId.DEFAULT, Instant.parse("2026-06-01T09:00:00Z"), tx -> {
        for (int i = first; i < last; i++) {
          copy(tx, templates.get(i % TEMPLATES), String.format("%07d", i));
        }
        return last;
      });
    }
  }

  private static List<Template> templates() {
    InMemoryStore small = new InMemoryStore();
    Lms lms = engine(small);
    define(lms);
    List<FeedLine> lines = new ArrayList<>();
    for (int i = 0; i < TEMPLATES; i++) {
      LearnerId learner = learner(i);
      lines.add(new FeedLine.Person(
          "line " + i, learner, LearnerProfile.named("Person " + learner.value())));
      lines.add(new FeedLine.Appoint(
          "line " + i,
          AppointmentEntry.of(
              "job of " + learner, learner.value(), "team" + i % TEAMS, "associate", ZONE, FROM)));
    }
    lms.workforce().feed(lines);
    for (int i = 0; i < TEMPLATES; i++) {
      if (i % 10 != 0) {
        lms.certifications()
            .complete(learner(i), FORKLIFT, Path.PRIMARY, TODAY.minusDays(i * 400L / TEMPLATES));
      }
    }
    lms.advance();
    return IntStream.range(0, TEMPLATES)
        .mapToObj(i -> template(lms, small, learner(i)))
        .toList();
  }

  private static LearnerId learner(int template) {
    return new LearnerId(String.format("template%02d", template));
  }

  private static Template template(Lms lms, InMemoryStore small, LearnerId learner) {
    String key = lms.workforce().find(learner).orElseThrow().key().value();
    Map<Kind<?>, List<String>> own = new LinkedHashMap<>();
    for (Kind<?> kind : Lms.KINDS.kinds()) {
      if (!kind.name().equals("event")) {
        own.put(
            kind,
            small.read(TenantId.DEFAULT, reader -> bodies(reader.list(Query.of(kind)))).stream()
                .filter(body -> body.contains(key) || body.contains(learner.value()))
                .toList());
      }
    }
    return new Template(key, learner.value(), own);
  }

  private static List<String> bodies(List<? extends Stored<?>> found) {
    return found.stream().map(Stored::body).toList();
  }

  private static void copy(Transaction tx, Template template, String number) {
    Map<String, String> renamed = new LinkedHashMap<>();
    template.bodies().forEach((kind, bodies) -> {
      for (String body : bodies) {
        String own =
            body.replace(template.key(), "key-" + number).replace(template.id(), "p" + number);
        own = GENERATED.matcher(own).replaceAll("$0-" + number);
        for (Map.Entry<String, String> id : renamed.entrySet()) {
          own = own.replace(id.getKey(), id.getValue());
        }
        insert(tx, kind, body, own, renamed);
      }
    });
  }

  private static <T> void insert(
      Transaction tx, Kind<T> kind, String body, String own, Map<String, String> renamed) {
    T value = kind.read(own);
    tx.insert(kind, value);
    if (kind.name().equals("certification_record")) {
      renamed.put(kind.idOf(kind.read(body)), kind.idOf(value));
    }
  }

  private static void define(Lms lms) {
    lms.workforce().place(new OrgUnitId("company"), "Company", null, FROM);
    lms.workforce().define(new Position(new PositionId("associate"), "Associate"));
    for (int i = 0; i < TEAMS; i++) {
      lms.workforce().place(new OrgUnitId("team" + i), "Team " + i, new OrgUnitId("company"), FROM);
    }
    for (String id : List.of("safety", "privacy")) {
      URI link = URI.create("https://example.org/" + id);
      lms.catalog()
          .publish(Course.of(id, id).unit("u1", "Link", Viewable.link(link, ViewingRule.OPENED)));
    }
    lms.certifications()
        .publish(Certification.of("forklift", "Forklift", Period.ofMonths(12), FROM.minusYears(2)));
    for (Subject subject : List.of(
        Subject.course("safety"), Subject.course("privacy"), Subject.certification("forklift"))) {
      lms.assignments()
          .publish(AssignmentRule.of("to do " + subject.id(), Audience.unit("company"), subject)
              .due(DayRule.assignment(30)));
    }
  }
}
