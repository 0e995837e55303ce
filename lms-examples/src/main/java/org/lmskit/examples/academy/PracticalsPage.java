package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.observation.Checklist;
import org.lmskit.observation.Criterion;
import org.lmskit.observation.Observation;
import org.lmskit.observation.ObservationEntry;
import org.lmskit.observation.ObservationId;
import org.lmskit.observation.ObservationReason;
import org.lmskit.observation.ObservationState;
import org.lmskit.observation.SignOffTask;
import org.lmskit.observation.Signature;
import org.lmskit.workforce.Learner;

/** Observing by a checklist, and signing off what others observed. */
final class PracticalsPage {
  private static final String HERE = "/manage/practicals";
  private static final int LATELY = 10;

  private final Academy academy;
  private final Pages pages;

  /**
   * An observation that waits for the visitor's signature.
   *
   * @param id of the observation
   * @param learner who was observed
   * @param title of the checklist
   * @param sum of the points
   * @param observer who observed
   * @param observedOn on which day
   * @param until the last day for signing
   * @param statement what the signature declares
   * @param digest of the record that is signed
   * @param comment in the observer's words; may be empty
   * @param lines the points, in the checklist's order
   */
  public record Task(
      String id,
      String learner,
      String title,
      String sum,
      String observer,
      String observedOn,
      String until,
      String statement,
      String digest,
      String comment,
      List<Line> lines) {}

  /**
   * The points of a criterion.
   *
   * @param text of the criterion
   * @param points given
   */
  public record Line(String text, String points) {}

  /**
   * A criterion to be judged.
   *
   * @param id of the criterion
   * @param text of the criterion
   * @param critical the points without which nothing is passed; empty if it is not critical
   * @param points which can be given
   */
  public record Judged(String id, String text, String critical, List<String> points) {}

  /**
   * Something that the visitor observed.
   *
   * @param learner who was observed
   * @param sum of the points
   * @param observedOn on which day
   * @param signedBy who signed it off; empty if nobody did
   * @param status where it stands
   */
  public record Seen(
      String learner, String sum, String observedOn, String signedBy, Status status) {}

  PracticalsPage(Academy academy, Pages pages) {
    this.academy = academy;
    this.pages = pages;
  }

  void show(Context context) {
    LearnerId visitor = id(pages.learner(context));
    List<SignOffTask> waiting = academy.lms().observations().signOffQueue(visitor);
    List<Observation> own =
        academy.lms().observations().by(visitor, PageRequest.first(LATELY)).items();
    Map<LearnerKey, Learner> people = people(waiting, own);
    pages.show(
        context,
        "practicals",
        "manage",
        Map.of(
            "queue",
            waiting.stream().map(task -> task(task, people)).toList(),
            "criteria",
            criteria(),
            "seen",
            own.stream().map(one -> seen(one, people)).toList()));
  }

  /** Records what the visitor saw. */
  void observe(Context context) {
    Person visitor = pages.learner(context);
    Person learner = Person.of(context.formParam("learner"));
    ObservationEntry entry =
        ObservationEntry.of(SampleWarehouse.PRACTICAL.value(), learner.id(), visitor.id());
    String comment = context.formParam("comment");
    entry = entry.commented(comment == null ? "" : comment.strip());
    for (Judged criterion : criteria()) {
      entry = entry.points(criterion.id(), points(context, criterion));
    }
    academy.lms(visitor).observations().observe(entry);
    context.redirect(HERE);
  }

  private static BigDecimal points(Context context, Judged criterion) {
    String given = context.formParam("points-" + criterion.id());
    if (given == null || !criterion.points().contains(given)) {
      throw new RejectedException(
          ObservationReason.POINTS_INVALID, criterion.id() + " was given " + given);
    }
    return new BigDecimal(given);
  }

  /** Signs an observation off, as whoever the visitor is. */
  void signOff(Context context) {
    Person visitor = pages.learner(context);
    String proof = context.formParam("proof");
    academy
        .lms(visitor)
        .observations()
        .signOff(
            Pages.id(context, "observation", ObservationId::new),
            id(visitor),
            proof == null ? "" : proof);
    context.redirect(HERE);
  }

  private static LearnerId id(Person person) {
    return new LearnerId(person.id());
  }

  private List<Judged> criteria() {
    return academy
        .lms()
        .observations()
        .checklist(SampleWarehouse.PRACTICAL)
        .map(found -> found.current().checklist().criteria().stream()
            .map(PracticalsPage::judged)
            .toList())
        .orElse(List.of());
  }

  private static Judged judged(Criterion criterion) {
    List<String> points = new ArrayList<>();
    for (BigDecimal point = criterion.scale().least();
        point.compareTo(criterion.scale().most()) <= 0;
        point = point.add(criterion.scale().step())) {
      points.add(point.toPlainString());
    }
    String critical = criterion.critical().map(BigDecimal::toPlainString).orElse("");
    return new Judged(criterion.id(), criterion.text().text(), critical, points);
  }

  private Map<LearnerKey, Learner> people(List<SignOffTask> waiting, List<Observation> own) {
    List<LearnerKey> keys = Stream.concat(
            waiting.stream().map(SignOffTask::observation), own.stream())
        .flatMap(one -> Stream.concat(
            Stream.of(one.learner(), one.observer()),
            one.signature().stream().map(Signature::signer)))
        .distinct()
        .toList();
    return academy.lms().workforce().learners(keys);
  }

  private Task task(SignOffTask waiting, Map<LearnerKey, Learner> people) {
    Observation observation = waiting.observation();
    Checklist checklist = checklist(observation);
    List<Line> lines = checklist.criteria().stream()
        .map(one ->
            new Line(one.text().text(), observation.points().get(one.id()).toPlainString()))
        .toList();
    return new Task(
        observation.id().value(),
        Words.name(people, observation.learner()),
        waiting.title().text(),
        observation.verdict().sum().toPlainString(),
        Words.name(people, observation.observer()),
        Words.day(observation.observedOn()),
        Words.day(waiting.until()),
        checklist.statement(),
        academy
            .lms()
            .observations()
            .signedRecord(observation.id())
            .orElseThrow()
            .digest()
            .hex(),
        observation.comment().flatMap(academy.lms().workforce()::text).orElse(""),
        lines);
  }

  /** The version by which it was observed. */
  private Checklist checklist(Observation observation) {
    return academy
        .lms()
        .observations()
        .checklist(observation.checklist())
        .orElseThrow()
        .versions()
        .get(observation.ref().version() - 1)
        .checklist();
  }

  private Seen seen(Observation one, Map<LearnerKey, Learner> people) {
    return new Seen(
        Words.name(people, one.learner()),
        one.verdict().sum().toPlainString(),
        Words.day(one.observedOn()),
        one.signature().map(signature -> Words.name(people, signature.signer())).orElse(""),
        status(one.state()));
  }

  private static Status status(ObservationState state) {
    return switch (state) {
      case AWAITING_SIGN_OFF -> Status.warn("Waits for a signature");
      case PASSED -> Status.good("Passed");
      case NOT_PASSED -> Status.bad("Not passed");
      case DECLINED -> Status.bad("Not signed");
      case SUPERSEDED -> Status.plain("Corrected");
      case INVALID -> Status.plain("Counts no more");
    };
  }
}
