package org.lmskit.xapi.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.catalog.Course;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Fact;
import org.lmskit.learning.Interaction;
import org.lmskit.learning.InteractionType;
import org.lmskit.learning.PartResult;
import org.lmskit.learning.Success;
import org.lmskit.model.AttemptId;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.Score;
import org.lmskit.model.TenantId;
import org.lmskit.model.UnitId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.viewing.Viewable;
import org.lmskit.viewing.ViewingRule;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Identifier;
import org.lmskit.xapi.InteractionComponent;
import org.lmskit.xapi.InteractionList;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.RecordedStatement;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.lrs.Lrs;

class XapiEmitterTest {
  private static final URI BASE = URI.create("https://acme.example/");
  private static final Instant NOW = Instant.parse("2026-05-18T08:00:00Z");
  private static final LearnerId ANN = new LearnerId("ann");
  private static final UnitId QUIZ = new UnitId("quiz");
  private static final String VERBS = "http://adlnet.gov/expapi/verbs/";

  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryContentStore content = new InMemoryContentStore();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Lrs lrs = Lrs.builder(store, content).clock(clock).build();
  private Lms lms;

  @BeforeEach
  void engine() {
    start(
        "xapi",
        new XapiEmitter(lrs::tenant, BASE)
            .naming(new LmsNames(() -> lms, BASE))
            .erasing(this::erase));
  }

  @Test
  void a_worked_unit_is_told_in_order_with_score_duration_and_registration() {
    Enrollment enrollment = enroll();

    record(
        enrollment,
        new Fact.Launched("session-1", null),
        new Fact.Initialized("session-1", null),
        new Fact.Time(NOW.minusSeconds(90), NOW),
        new Fact.Score(Score.ofScaled(new BigDecimal("0.8"))),
        new Fact.Completion(),
        new Fact.Success(true),
        new Fact.Terminated("session-1", null, Duration.ofSeconds(90)));

    assertThat(verbs())
        .containsExactly(
            "registered",
            "launched",
            "initialized",
            "completed",
            "passed",
            "terminated",
            "completed");
    Statement passed = told().get(4);
    assertThat(passed.result().score().scaled()).contains(new BigDecimal("0.8"));
    assertThat(passed.result().success()).isTrue();
    assertThat(passed.result().duration().seconds()).isEqualByComparingTo("90");
    assertThat(passed.context().registration()).isEqualTo(enrollment.registration());
    assertThat(((Activity) passed.object()).id())
        .isEqualTo(new Iri("https://acme.example/courses/fire-safety/units/quiz"));
    assertThat(((Activity) passed.object()).definition().name().values()).containsValue("Quiz");
    assertThat(passed.context().activities().parent())
        .extracting(Activity::id)
        .containsExactly(new Iri("https://acme.example/courses/fire-safety"));
    assertThat(told().get(5).result().duration().seconds()).isEqualByComparingTo("90");
    assertThat(((Activity) told().get(6).object()).definition().name().values())
        .containsValue("Fire safety");
    assertThat(told()).extracting(Statement::timestamp).containsOnly(NOW);
  }

  @Test
  void a_failed_unit_is_told_as_failed() {
    record(
        enroll(), new Fact.Score(Score.ofScaled(new BigDecimal("0.2"))), new Fact.Success(false));

    assertThat(verbs()).containsExactly("registered", "failed");
    assertThat(told().get(1).result().success()).isFalse();
  }

  @Test
  void answers_to_an_assessment_are_told_with_what_was_asked_and_what_could_be_chosen() {
    ItemBank bank = lms.itemBanks().define(ItemBank.of("bank", "Bank"));
    SimpleChoice a = SimpleChoice.of("a", "One");
    SimpleChoice b = SimpleChoice.of("b", "Two");
    lms.itemBanks().publish(bank.id(), Item.singleChoice("q1", "Which?", "a", a, b));
    lms.itemBanks()
        .publish(
            bank.id(), Item.matching("q2", "Match", Map.of("a", "b"), List.of(a), List.of(a, b)));
    lms.itemBanks().publish(bank.id(), Item.textEntry("q3", "Where?", "Lisbon"));
    Pool all = Pool.of("q1", "q2", "q3");
    Assessment quiz = Assessment.of("quiz", "Quiz").section(Section.of("s", "S", all));
    lms.catalog()
        .publish(
            Course.of("asked", "Asked").unit(lms.assessments().publish(quiz).unit("quiz")));
    Enrollment enrollment = lms.enrollments().enroll(ANN, new CourseId("asked"));
    AttemptId attempt = lms.sittings().start(enrollment.id(), QUIZ).attempt();
    lms.sittings().respond(attempt, new ItemId("q1"), Response.choices("a"));
    lms.sittings().respond(attempt, new ItemId("q2"), new Response.Pairs(Map.of("a", "a")));
    lms.sittings().respond(attempt, new ItemId("q3"), Response.text("Lisbon"));
    lms.sittings().submit(attempt);

    List<Statement> answered = told().stream()
        .filter(s -> s.verb().id().value().equals(VERBS + "answered"))
        .toList();
    assertThat(answered).hasSize(3);
    assertThat(answered).extracting(s -> s.result().success()).containsExactly(true, false, true);
    assertThat(answered.get(2).result().response()).isEqualTo("Lisbon");
    ActivityDefinition first = ((Activity) answered.get(0).object()).definition();
    assertThat(first.description().values()).containsValue("Which?");
    assertThat(first.correctResponses()).containsExactly("a");
    assertThat(first.components().get(InteractionList.CHOICES))
        .extracting(InteractionComponent::id)
        .containsExactly("a", "b");
    ActivityDefinition second = ((Activity) answered.get(1).object()).definition();
    assertThat(second.interactionType().id()).isEqualTo("matching");
    assertThat(second.components())
        .containsOnlyKeys(InteractionList.SOURCE, InteractionList.TARGET);
    assertThat(answered.get(1).result().response()).isEqualTo("a[.]a");
  }

  @Test
  void interactions_are_told_with_question_answer_and_result() {
    Interaction interaction = new Interaction(
        "q 1",
        InteractionType.CHOICE,
        "Which?",
        List.of("a[,]b"),
        "a",
        null,
        "incorrect",
        BigDecimal.ONE,
        Duration.ofSeconds(7),
        NOW);

    record(
        enroll(),
        new Fact.Answer("sco-1", interaction),
        new Fact.Answer(null, Interaction.of("q2", InteractionType.NUMERIC, "4", "0.5")),
        new Fact.Answer(
            null, Interaction.of("q3", InteractionType.FILL_IN, "my own words", "neutral")));

    assertThat(verbs()).containsExactly("registered", "answered", "answered", "answered");
    Statement first = told().get(1);
    Activity question = (Activity) first.object();
    assertThat(question.id().value()).endsWith("/units/quiz/parts/sco-1/questions/q%201");
    assertThat(question.definition().interactionType().id()).isEqualTo("choice");
    assertThat(question.definition().correctResponses()).containsExactly("a[,]b");
    assertThat(first.result().response()).isEqualTo("a");
    assertThat(first.result().success()).isFalse();
    assertThat(first.result().duration().seconds()).isEqualByComparingTo("7");
    assertThat(told().get(2).result().score().raw()).contains(new BigDecimal("0.5"));
    assertThat(told().get(3).result().response()).isEqualTo("my own words");
  }

  @Test
  void a_part_that_is_completed_and_passed_at_once_gives_two_statements() {
    PartResult part =
        new PartResult("sco-1", "Lesson one", true, Success.PASSED, null, Duration.ofSeconds(5));

    record(enroll(), new Fact.Part(part));

    assertThat(verbs()).containsExactly("registered", "completed", "passed");
    assertThat(((Activity) told().get(2).object()).definition().name().values())
        .containsValue("Lesson one");
  }

  @Test
  void what_was_told_of_a_completion_is_voided_when_it_was_on_an_earlier_day_and_told_anew() {
    Enrollment enrollment = enroll();
    record(enrollment, new Fact.Completion());
    List<Statement> before = ofTheCourse();

    for (int days = 1; days <= 2; days++) {
      Instant earlier = NOW.minus(Duration.ofDays(days));
      lms.attempts().record(enrollment.id(), QUIZ, List.of(new Fact.Completion()), earlier);

      List<Statement> now = ofTheCourse();
      assertThat(now).hasSize(1);
      assertThat(now.get(0).timestamp()).isEqualTo(earlier);
      assertThat(now.get(0).result()).isEqualTo(before.get(0).result());
      assertThat(now.get(0).context()).isEqualTo(before.get(0).context());
      assertThat(lrs.findVoided(before.get(0).id(), Presentation.EXACT)).isPresent();
      Statement voiding = told().get(told().size() - 1);
      assertThat(voiding.isVoiding()).isTrue();
      assertThat(voiding.actor()).isEqualTo(Agent.account("https://acme.example/", "system"));
      assertThat(voiding.timestamp()).isEqualTo(NOW);
      before = now;
    }
    engineThatTellsAllAgain().deliver();
    assertThat(ofTheCourse()).isEqualTo(before);
  }

  @Test
  void what_was_told_of_a_completion_is_voided_when_somebody_takes_it_away() {
    Enrollment enrollment = enroll();
    record(enrollment, new Fact.Completion());

    lms.enrollments().withdrawCompletion(enrollment.id(), "somebody else did it");

    assertThat(ofTheCourse()).isEmpty();
    assertThat(verbs()).containsExactly("registered", "completed", "voided");
  }

  @Test
  void an_emitter_whose_credentials_may_not_void_tells_all_else() {
    start("may not void", new XapiEmitter(lrs::tenant, BASE).withoutVoiding());
    Enrollment enrollment = enroll();
    record(enrollment, new Fact.Completion());

    lms.enrollments().withdrawCompletion(enrollment.id(), "somebody else did it");
    lms.enrollments().enroll(new LearnerId("ben"), new CourseId("fire-safety"));

    assertThat(verbs()).containsExactly("registered", "completed", "completed", "registered");
  }

  @Test
  void an_erased_learner_takes_also_the_statements_with_him_that_were_voided() {
    Enrollment enrollment = enroll();
    record(enrollment, new Fact.Completion());
    UUID voided = ofTheCourse().get(0).id();
    lms.enrollments().withdrawCompletion(enrollment.id(), "somebody else did it");

    lms.workforce().erase(ANN);

    assertThat(lrs.findVoided(voided, Presentation.EXACT)).isEmpty();
    assertThat(verbs()).containsExactly("voided"); // says of nobody anything
  }

  /** The statements that hold of who completed the course. */
  private List<Statement> ofTheCourse() {
    return told().stream()
        .filter(told -> told.verb().id().value().equals(VERBS + "completed"))
        .filter(told -> told.object() instanceof Activity activity
            && activity.id().value().endsWith("/courses/fire-safety"))
        .toList();
  }

  @Test
  void telling_an_event_again_stores_nothing_new() {
    record(enroll(), new Fact.Completion());
    List<Statement> before = told();

    engineThatTellsAllAgain().deliver();

    assertThat(told()).isEqualTo(before).isNotEmpty();
    assertThat(told()).extracting(statement -> statement.id().version()).containsOnly(5);
  }

  @Test
  void without_names_an_agent_is_a_pseudonym() {
    start("pseudonyms", new XapiEmitter(lrs::tenant, BASE));

    enroll();

    Identifier.Account account = (Identifier.Account) told().get(0).actor().identifier();
    assertThat(account.homePage()).isEqualTo(new Iri("https://acme.example/"));
    assertThat(account.name()).isNotEqualTo("ann");
    assertThat(told().get(0).actor().name()).isNull();
  }

  @Test
  void an_erased_learner_takes_his_statements_with_him_and_nobody_elses() {
    lms.workforce().save(ANN, LearnerProfile.named("Ann & Co = \u00e9"));
    record(enroll(), new Fact.Completion());
    assertThat(told())
        .extracting(statement -> statement.actor().name())
        .containsOnly("Ann & Co = \u00e9");
    lms.enrollments().enroll(new LearnerId("ben"), new CourseId("fire-safety"));

    lms.workforce().erase(ANN);

    assertThat(told())
        .extracting(statement -> ((Identifier.Account) statement.actor().identifier()).name())
        .containsExactly("ben");
    assertThat(lrs.person(Agent.account("https://acme.example/", "ann")).names())
        .isEmpty();
  }

  @Test
  void a_base_that_cannot_have_paths_below_it_is_refused() {
    assertThatThrownBy(() -> new XapiEmitter(lrs::tenant, URI.create("https://acme.example")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new XapiEmitter(lrs::tenant, URI.create("acme/")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ids_of_names_are_those_of_the_standard() {
    // RFC 9562 A.4 gives 2ed6657d-e927-568b-95e1-2665a8aea6a2 for www.example.com among DNS names
    UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    assertThat(NameBasedIds.of(dns, "www.example.com"))
        .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
  }

  private void start(String name, XapiEmitter emitter) {
    lms = Lms.on(store, content).clock(clock).listener(name, emitter).build();
    lms.catalog()
        .publish(Course.of("fire-safety", "Fire safety")
            .unit(
                "quiz",
                "Quiz",
                Viewable.link(URI.create("https://example.org/"), ViewingRule.OPENED)));
  }

  private Lms engineThatTellsAllAgain() {
    return Lms.on(store, content)
        .clock(clock)
        .listener("again", new XapiEmitter(lrs::tenant, BASE).naming(new LmsNames(() -> lms, BASE)))
        .build();
  }

  private Enrollment enroll() {
    return lms.enrollments().enroll(ANN, new CourseId("fire-safety"));
  }

  private void record(Enrollment enrollment, Fact... facts) {
    lms.attempts().record(enrollment.id(), QUIZ, List.of(facts), NOW);
  }

  private void erase(TenantId tenant, Agent agent) {
    lrs.tenant(tenant).erasure(agent).run();
  }

  private List<Statement> told() {
    return lrs.query(StatementQuery.builder().ascending(true).build()).statements().stream()
        .map(RecordedStatement::statement)
        .toList();
  }

  private List<String> verbs() {
    return told().stream()
        .map(statement -> statement.verb().id().value().substring(VERBS.length()))
        .toList();
  }
}
