package org.lmskit.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.DryRun;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.assessment.analysis.AttemptChoice;
import org.lmskit.assessment.analysis.ItemAnalysis;
import org.lmskit.assessment.analysis.ItemFigures;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.bank.ItemBankId;
import org.lmskit.assessment.grading.Regrade;
import org.lmskit.assessment.grading.RegradeMode;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Key;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.assessment.sitting.Paper;
import org.lmskit.catalog.Course;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.model.AttemptId;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.Rational;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;

/** S5: twelve learners, six items, one of them with a wrong key. */
class SittingScenarioTest {
  private static final ItemBankId BANK = new ItemBankId("bank");
  private static final AssessmentId QUIZ = new AssessmentId("quiz");
  private static final CourseId COURSE = new CourseId("course");
  private static final List<String> ANSWERS = List.of(
      "ACDCA2", "ACDCA2", "ACDCA1", "ACDCB2", "ACACA1", "ACDBA0", "ABDCB1", "ACBBA0", "ABABC1",
      "ADCBD0", "BCABB0", "ABCAC0");
  private static final Rubric RUBRIC = Rubric.of(Rubric.Criterion.of("answer", "Answer", 2));

  /** An engine on which the quiz is published, with a passing score of 5 of 7. */
  private static final class Quiz {
    final TestLms test;
    final Lms lms;
    final Map<String, AttemptId> attempts = new TreeMap<>();

    Quiz(Store store) {
      test = new TestLms(store);
      lms = test.start();
      lms.itemBanks().define(ItemBank.of("bank", "Bank"));
      for (int i = 1; i <= 5; i++) {
        lms.itemBanks().publish(BANK, choice(i, String.valueOf("ACDBA".charAt(i - 1))));
      }
      lms.itemBanks().publish(BANK, Item.essay("Q6", "Why?", RUBRIC));
      AssessmentVersion version = lms.assessments()
          .publish(Assessment.of("quiz", "Quiz")
              .section(Section.of("all", "All", Pool.of("Q1", "Q2", "Q3", "Q4", "Q5", "Q6")))
              .withPassing("0.7"));
      lms.catalog().publish(Course.of("course", "Course").unit(version.unit("u1")));
      IntStream.range(0, 12).forEach(this::sit);
    }

    static Item choice(int number, String key) {
      SimpleChoice[] choices = "ABCD"
          .chars()
          .mapToObj(c -> SimpleChoice.of(String.valueOf((char) c), "Option"))
          .toArray(SimpleChoice[]::new);
      return Item.singleChoice("Q" + number, "Which?", key, choices);
    }

    static String learner(int index) {
      return String.format(java.util.Locale.ROOT, "L%02d", index + 1);
    }

    void sit(int index) {
      String learner = learner(index);
      Enrollment enrollment = lms.enrollments().enroll(new LearnerId(learner), COURSE);
      AttemptId attempt = lms.sittings().start(enrollment.id(), TestLms.U1).attempt();
      attempts.put(learner, attempt);
      String given = ANSWERS.get(index);
      for (int i = 0; i < 5; i++) {
        Response response = Response.choices(given.substring(i, i + 1));
        lms.sittings().respond(attempt, new ItemId("Q" + (i + 1)), response);
      }
      lms.sittings().respond(attempt, new ItemId("Q6"), Response.text("Because."));
      lms.sittings().submit(attempt);
      Map<String, BigDecimal> points = Map.of("answer", new BigDecimal(given.substring(5)));
      lms.as(new PrincipalId("grader")).gradings().grade(attempt, new ItemId("Q6"), points, "");
    }

    List<String> totals() {
      List<String> totals = new ArrayList<>();
      attempts
          .values()
          .forEach(attempt ->
              totals.add(lms.assessments().row(attempt).orElseThrow().total().toString()));
      return totals;
    }

    void correctKey() {
      lms.itemBanks().publish(BANK, choice(4, "C"));
    }

    Regrade regrade(Lms on, RegradeMode mode) {
      return on.gradings().regrade(QUIZ, List.of(new ItemId("Q4")), mode, "the key was wrong");
    }

    List<EnrollmentState> states() {
      return attempts.keySet().stream()
          .map(learner ->
              lms.enrollments().of(new LearnerId(learner), TestLms.ALL).items().get(0))
          .map(Enrollment::state)
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void the_figures_of_the_quiz_name_the_wrong_key(TestStore kind) {
    try (Store store = kind.open()) {
      Quiz quiz = new Quiz(store);

      ItemAnalysis analysis = quiz.lms.assessments().analyze(QUIZ, AttemptChoice.FIRST);

      assertThat(quiz.totals())
          .containsExactly("6", "6", "5", "5", "4", "5", "3", "4", "3", "2", "2", "1");
      assertThat(analysis.alpha().orElseThrow()).isCloseTo(171.0 / 445, within(1e-6));
      assertThat(analysis.error().orElseThrow()).isCloseTo(1.288645, within(1e-6));
      ItemFigures wrong = analysis.items().get(3);
      assertThat(wrong.item()).isEqualTo("Q4");
      assertThat(wrong.likelyKey()).contains("C");
      assertThat(quiz.lms.reports().itemAnalysis(QUIZ, AttemptChoice.FIRST).list())
          .isEqualTo(analysis.items());
      assertThat(analysis.items().get(5).facility().orElseThrow())
          .isCloseTo(5.0 / 12, within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void a_regrade_does_exactly_what_its_dry_run_says(TestStore kind) {
    try (Store store = kind.open()) {
      Quiz quiz = new Quiz(store);
      quiz.correctKey();
      List<String> before = quiz.totals();
      quiz.test.heard.clear();

      DryRun<Regrade> rehearsed = quiz.lms.dryRun(l -> quiz.regrade(l, RegradeMode.REPLACE));

      assertThat(quiz.totals()).isEqualTo(before);
      Regrade done = quiz.regrade(quiz.lms, RegradeMode.REPLACE);
      assertThat(rehearsed.result()).isEqualTo(done);
      assertThat(rehearsed.events()).hasSameSizeAs(quiz.test.heard);
      assertThat(quiz.totals())
          .containsExactly("7", "7", "6", "6", "5", "4", "4", "3", "2", "1", "1", "1");
      assertThat(done.looked()).isEqualTo(12);
      assertThat(done.attempts()).hasSize(11);
      assertThat(done.gained()).extracting("attempt").containsExactly(quiz.attempts.get("L05"));
      assertThat(done.lost()).extracting("attempt").containsExactly(quiz.attempts.get("L06"));
      assertThat(quiz.test.events())
          .contains("PassLost")
          .filteredOn("AttemptRegraded"::equals)
          .hasSize(11);
      assertThat(quiz.regrade(quiz.lms, RegradeMode.REPLACE).attempts()).isEmpty();
      assertReplayed(quiz);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void never_lower_looks_at_the_total_of_an_attempt(TestStore kind) {
    try (Store store = kind.open()) {
      Quiz quiz = new Quiz(store);
      quiz.correctKey();
      quiz.test.events();

      Regrade done = quiz.regrade(quiz.lms, RegradeMode.NEVER_LOWER);

      assertThat(quiz.totals())
          .containsExactly("7", "7", "6", "6", "5", "5", "4", "4", "3", "2", "2", "1");
      assertThat(done.attempts())
          .hasSize(6)
          .allSatisfy(
              one -> assertThat(one.newTotal().minus(one.oldTotal())).isEqualTo(Rational.ONE));
      assertThat(quiz.test.events()).doesNotContain("PassLost");
      assertThat(quiz.states().subList(0, 6)).containsOnly(EnrollmentState.COMPLETED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void a_lost_pass_is_told_and_takes_nothing_away_by_itself(TestStore kind) {
    try (Store store = kind.open()) {
      Quiz quiz = new Quiz(store);
      quiz.correctKey();

      quiz.regrade(quiz.lms, RegradeMode.REPLACE);

      assertThat(quiz.states().get(5)).isEqualTo(EnrollmentState.COMPLETED);
      assertThat(quiz.states().get(4)).isEqualTo(EnrollmentState.COMPLETED);
      assertThat(quiz.states().get(6)).isEqualTo(EnrollmentState.ACTIVE);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void a_draw_follows_from_its_seed(TestStore kind) {
    try (Store store = kind.open()) {
      Lms lms = new TestLms(store).start();
      lms.itemBanks().define(ItemBank.of("bank", "Bank"));
      String[] ids = IntStream.rangeClosed(1, 12)
          .mapToObj(i -> String.format(java.util.Locale.ROOT, "FL-%02d", i))
          .toArray(String[]::new);
      for (String id : ids) {
        lms.itemBanks().publish(BANK, Item.trueFalse(id, "True?", true));
      }
      Pool first = Pool.draw(2, java.util.Arrays.copyOfRange(ids, 0, 6));
      Pool second = Pool.draw(3, java.util.Arrays.copyOfRange(ids, 6, 12));
      AssessmentVersion version = lms.assessments()
          .publish(Assessment.of("quiz", "Quiz").section(Section.of("s", "S", first, second)));
      lms.catalog().publish(Course.of("course", "Course").unit(version.unit("u1")));

      assertThat(drawn(lms, "ann", "attempt-0001"))
          .containsExactly("FL-01", "FL-05", "FL-07", "FL-08", "FL-12");
      assertThat(drawn(lms, "ben", "attempt-0002"))
          .containsExactly("FL-02", "FL-04", "FL-08", "FL-10", "FL-09");
    }
  }

  private static List<String> drawn(Lms lms, String learner, String seed) {
    Enrollment enrollment = lms.enrollments().enroll(new LearnerId(learner), COURSE);
    Paper paper = lms.sittings().start(enrollment.id(), TestLms.U1, seed);
    return paper.items().stream().map(item -> item.ref().item().value()).toList();
  }

  private static void assertReplayed(Quiz quiz) {
    TestLms other = new TestLms();
    try (Store replayed = new InMemoryStore()) {
      quiz.lms.replay(replayed);
      Lms rebuilt = Lms.on(replayed, other.content).build();
      quiz.attempts.values().forEach(attempt -> {
        assertThat(rebuilt.assessments().row(attempt))
            .isEqualTo(quiz.lms.assessments().row(attempt));
        assertThat(rebuilt.gradings().of(attempt)).isEqualTo(quiz.lms.gradings().of(attempt));
      });
    }
  }

  @ParameterizedTest
  @EnumSource(value = TestStore.class, names = "MEMORY")
  void an_attempt_keeps_the_key_with_which_it_began(TestStore kind) {
    try (Store store = kind.open()) {
      Quiz quiz = new Quiz(store);
      Enrollment late = quiz.lms.enrollments().enroll(new LearnerId("L99"), COURSE);
      AttemptId attempt = quiz.lms.sittings().start(late.id(), TestLms.U1).attempt();
      quiz.correctKey();

      quiz.lms.sittings().respond(attempt, new ItemId("Q4"), Response.choices("C"));
      quiz.lms.sittings().submit(attempt);

      ItemScore scored =
          quiz.lms.assessments().row(attempt).orElseThrow().items().get(3);
      assertThat(scored.ref().version()).isEqualTo(1);
      assertThat(scored.score()).contains(Rational.ZERO);
      assertThat(((Key.Choices)
                  quiz.lms.itemBanks().find(scored.item()).orElseThrow().item().key())
              .correct())
          .containsExactly("C");
    }
  }
}
