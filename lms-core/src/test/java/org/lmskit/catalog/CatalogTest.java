package org.lmskit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.TestLms.ALL;
import static org.lmskit.TestLms.FIRE_SAFETY;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.content.Blob;
import org.lmskit.learning.LearningReason;
import org.lmskit.model.CourseId;
import org.lmskit.model.PageRequest;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Severity;
import org.lmskit.model.TenantId;
import org.lmskit.model.UnitId;
import org.lmskit.viewing.ViewingRule;

class CatalogTest {
  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  private static List<String> codes(List<Problem> problems) {
    return problems.stream().map(p -> p.code() + " " + p.location()).toList();
  }

  @Test
  void first_publication_is_version_one_and_reads_back_whole() {
    Course course = test.fireSafety()
        .withTitle(Text.of("Fire safety").with("de", "Brandschutz"))
        .withDescription(Text.of("What to do when it burns"))
        .withKeywords(List.of("fire", "safety"));

    CourseVersion version = lms.catalog().publish(course);

    assertThat(version.number()).isEqualTo(1);
    assertThat(version.course()).isEqualTo(course);
    assertThat(version.publishedAt()).isEqualTo(test.time.get());
    assertThat(lms.catalog().find(FIRE_SAFETY)).contains(version);
    assertThat(lms.catalog().find(FIRE_SAFETY, 1)).contains(version);
    assertThat(lms.catalog().find(FIRE_SAFETY, 2)).isEmpty();
    assertThat(lms.catalog().find(new CourseId("unknown"))).isEmpty();
    assertThat(test.events()).containsExactly("CourseVersionPublished");
  }

  @Test
  void publishing_the_same_again_changes_nothing() {
    CourseVersion first = lms.catalog().publish(test.fireSafety());
    test.pass(Duration.ofDays(1));

    assertThat(lms.catalog().publish(test.fireSafety())).isEqualTo(first);
    assertThat(test.events()).containsExactly("CourseVersionPublished");
  }

  @Test
  void another_version_needs_a_mapping_and_the_refusal_proposes_one() {
    lms.catalog().publish(test.fireSafety());
    Course next = Course.of("fire-safety", "Fire safety")
        .unit("u1", "Alarms", test.page("alarms", ViewingRule.OPENED))
        .unit("u3", "Escape routes", test.page("routes", ViewingRule.OPENED));

    assertThatThrownBy(() -> lms.catalog().publish(next))
        .isInstanceOfSatisfying(RejectedException.class, e -> {
          assertThat(e.reason()).isEqualTo(CatalogReason.MAPPING_REQUIRED);
          assertThat(e.details().values())
              .containsExactlyInAnyOrder("EQUIVALENT u1", "REMOVED u2", "NEW -> u3");
        });

    VersionPlan plan =
        VersionPlan.propose(test.fireSafety(), next).sunset(LocalDate.of(2026, 6, 1));
    assertThat(lms.catalog().publish(next, plan).number()).isEqualTo(2);
    assertThat(lms.catalog().find(FIRE_SAFETY).orElseThrow().course()).isEqualTo(next);
    assertThat(lms.catalog().find(FIRE_SAFETY, 1).orElseThrow().course())
        .isEqualTo(test.fireSafety());
    assertThat(lms.catalog().versions(FIRE_SAFETY, ALL).items())
        .extracting(CourseVersion::number)
        .containsExactly(1, 2);
  }

  @Test
  void mapping_that_forgets_or_invents_units_is_refused_with_each_of_them() {
    lms.catalog().publish(test.fireSafety());
    Course next = test.fireSafety().unit("u3", "New", test.page("new", ViewingRule.OPENED));
    VersionPlan plan = VersionPlan.of(List.of(
        new UnitChange(UnitChange.Kind.EQUIVALENT, new UnitId("u1"), new UnitId("u1")),
        new UnitChange(UnitChange.Kind.REMOVED, new UnitId("u9"), null)));

    assertThatThrownBy(() -> lms.catalog().publish(next, plan))
        .isInstanceOfSatisfying(RejectedException.class, e -> {
          assertThat(e.reason()).isEqualTo(CatalogReason.MAPPING_INVALID);
          assertThat(e.details().keySet())
              .containsExactlyInAnyOrder(
                  "MAPPING-001 from:u9",
                  "MAPPING-003 from:u2",
                  "MAPPING-003 to:u2",
                  "MAPPING-003 to:u3");
        });
  }

  @Test
  void unit_of_changed_content_is_proposed_to_be_redone() {
    Course next = Course.of("fire-safety", "Fire safety")
        .unit("u1", "Alarms", test.page("alarms, corrected", ViewingRule.OPENED))
        .unit("u2", "Extinguishers", test.page("extinguishers", ViewingRule.OPENED));

    assertThat(VersionPlan.propose(test.fireSafety(), next).mapping())
        .extracting(UnitChange::toString)
        .containsExactly("REDO u1", "EQUIVALENT u2");
  }

  @Test
  void errors_of_a_course_are_all_found_and_refused() {
    Course bad = Course.of("bad", " ")
        .unit(Unit.of("a", "A", test.page("a", ViewingRule.OPENED)).after("b"))
        .unit(Unit.of("b", "", test.page("b", ViewingRule.OPENED)).after("a").after("x"))
        .unit(Unit.of("b", "B", test.page("c", ViewingRule.OPENED)));

    assertThat(codes(lms.catalog().check(bad)))
        .containsExactlyInAnyOrder(
            "COURSE-001 title",
            "COURSE-002 units/b",
            "COURSE-005 units/b",
            "COURSE-006 units/b",
            "COURSE-007 units/a");
    assertRefused(CatalogReason.COURSE_INVALID, () -> lms.catalog().publish(bad));
    assertThat(lms.catalog().find(new CourseId("bad"))).isEmpty();
  }

  @Test
  void course_without_units_or_with_optional_ones_only_cannot_be_completed_so_it_is_refused() {
    Course empty = Course.of("empty", "Empty");
    Course loose =
        empty.unit(Unit.of("a", "A", test.page("a", ViewingRule.OPENED)).optional());

    assertThat(codes(lms.catalog().check(empty))).containsExactly("COURSE-003 units");
    assertThat(codes(lms.catalog().check(loose))).containsExactly("COURSE-004 units");
  }

  @Test
  void completion_that_asks_for_something_else_or_cannot_be_met_is_refused() {
    Course foreign = test.fireSafety().withCompletion(Requirement.completed("other-course"));
    Course impossible = test.fireSafety()
        .withCompletion(Requirement.atLeast(2, new Requirement.Completed(Subject.unit("u1"))));

    assertThat(codes(lms.catalog().check(foreign))).containsExactly("COURSE-010 completion");
    assertThat(lms.catalog().check(impossible)).anyMatch(Problem::isError);
    assertRefused(CatalogReason.COURSE_INVALID, () -> lms.catalog().publish(impossible));
  }

  @Test
  void doubtful_things_are_told_but_not_refused() {
    Course doubtful = Course.of("c", "C")
        .withTitle(Text.of("C").with("de", "Ce"))
        .withDescription(Text.of("About C"))
        .unit(Unit.of("a", "A", test.page("a", ViewingRule.OPENED)).optional())
        .unit(Unit.of("b", "B", test.page("b", ViewingRule.OPENED)).after("a"));

    assertThat(codes(lms.catalog().check(doubtful)))
        .containsExactlyInAnyOrder(
            "COURSE-008 units/b",
            "COURSE-009 description",
            "COURSE-009 units/a",
            "COURSE-009 units/b");
    assertThat(lms.catalog().check(doubtful))
        .extracting(Problem::severity)
        .containsOnly(Severity.WARNING);
    assertThat(lms.catalog().publish(doubtful).number()).isEqualTo(1);
  }

  @Test
  void unit_of_an_unknown_content_type_is_refused_and_nothing_is_published() {
    Course course = Course.of("c", "C").unit("a", "A", UnitContent.of("hologram", "x"));

    assertThat(codes(lms.catalog().check(course))).containsExactly("COURSE-011 units/a");
    assertRefused(LearningReason.CONTENT_TYPE_UNKNOWN, () -> lms.catalog().publish(course));
    assertThat(lms.catalog().find(new CourseId("c"))).isEmpty();
  }

  @Test
  void files_of_published_versions_survive_garbage_collection_and_others_do_not() {
    Blob used = test.blob("alarms");
    Blob unused = test.blob("nobody needs this");
    lms.catalog().publish(test.fireSafety());
    test.pass(Duration.ofDays(2));

    lms.collectGarbage(Duration.ofDays(1));

    assertThat(test.content.find(TenantId.DEFAULT, used.hash())).contains(used);
    assertThat(test.content.find(TenantId.DEFAULT, unused.hash())).isEmpty();
  }

  @Test
  void garbage_of_a_tenant_who_never_wrote_a_record_is_collected_too() {
    TenantId fresh = new TenantId("fresh");
    Blob unused = test.content.put(fresh, new ByteArrayInputStream(new byte[10]), Long.MAX_VALUE);
    test.pass(Duration.ofDays(2));

    lms.collectGarbage(Duration.ofDays(1));

    assertThat(test.content.find(fresh, unused.hash())).isEmpty();
  }

  @Test
  void course_whose_file_is_gone_is_not_published() {
    Course course = test.fireSafety();
    test.content.release(TenantId.DEFAULT, test.blob("alarms").hash());

    assertThat(codes(lms.catalog().check(course))).containsExactly("COURSE-013 units/u1");
    assertThatThrownBy(() -> lms.catalog().publish(course))
        .isInstanceOfSatisfying(
            RejectedException.class, e -> assertThat(e.reason()).hasToString("CONTENT_MISSING"));
    assertThat(lms.catalog().find(FIRE_SAFETY)).isEmpty();
  }

  @Test
  void draft_is_saved_and_found_until_its_version_is_published() {
    Draft draft = lms.catalog().save(lms.catalog().newDraft(Course.of("fire-safety", "Draft")));
    Draft next = lms.catalog().save(draft.with(test.fireSafety()));

    assertThat(next.revision()).isEqualTo(2);
    assertThat(lms.catalog().draft(FIRE_SAFETY)).contains(next);

    lms.catalog().publish(next.course());

    assertThat(lms.catalog().draft(FIRE_SAFETY)).isEmpty();
  }

  @Test
  void draft_that_somebody_else_saved_meanwhile_is_refused() {
    Draft draft = lms.catalog().save(lms.catalog().newDraft(test.fireSafety()));
    lms.catalog().save(draft);

    assertRefused(CatalogReason.DRAFT_CHANGED, () -> lms.catalog().save(draft));
  }

  @Test
  void published_version_cannot_be_edited() {
    Draft draft = lms.catalog().save(lms.catalog().newDraft(test.fireSafety()));
    lms.catalog().publish(draft.course());

    assertRefused(CatalogReason.VERSION_PUBLISHED, () -> lms.catalog().save(draft));
    assertThat(lms.catalog().newDraft(test.fireSafety()).number()).isEqualTo(2);
  }

  @Test
  void courses_are_listed_page_by_page_in_the_order_of_publication() {
    for (int i = 0; i < 5; i++) {
      lms.catalog()
          .publish(Course.of("c" + i, "C" + i).unit("u", "U", test.page("p", ViewingRule.OPENED)));
      test.pass(Duration.ofSeconds(i % 2));
    }

    var first = lms.catalog().courses(PageRequest.first(2));
    var second = lms.catalog().courses(first.next().orElseThrow());
    var third = lms.catalog().courses(second.next().orElseThrow());

    assertThat(List.of(first, second, third))
        .flatExtracting(page -> page.items())
        .extracting(entry -> entry.id().value())
        .containsExactly("c0", "c1", "c2", "c3", "c4");
    assertThat(third.next()).isEmpty();
  }

  @Test
  void tenants_do_not_see_each_others_courses() {
    lms.catalog().publish(test.fireSafety());

    assertThat(lms.tenant(new TenantId("other")).catalog().find(FIRE_SAFETY)).isEmpty();
  }

  @Test
  void text_is_given_in_the_best_language() {
    Text text = Text.of("Fire").with("de", "Feuer").with("pt-BR", "Fogo");

    assertThat(text.in(Locale.GERMANY)).isEqualTo("Feuer");
    assertThat(text.in(Locale.forLanguageTag("pt-BR"))).isEqualTo("Fogo");
    assertThat(text.in(Locale.FRENCH)).isEqualTo("Fire");
    assertThat(text.in(Locale.ROOT)).isEqualTo("Fire");
    assertThat(text.in(Locale.LanguageRange.parse("fr,de;q=0.5"))).isEqualTo("Feuer");
    assertThatThrownBy(() -> text.with("no language", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rehearsed_publication_records_the_same_event_and_writes_nothing() {
    var rehearsed = lms.dryRun(l -> l.catalog().publish(test.fireSafety()));

    assertThat(lms.catalog().find(FIRE_SAFETY)).isEmpty();
    assertThat(rehearsed.events()).hasSize(1);
  }
}
