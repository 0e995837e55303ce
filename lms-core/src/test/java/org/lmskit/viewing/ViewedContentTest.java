package org.lmskit.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.FIRE_SAFETY;
import static org.lmskit.TestLms.U1;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.UnitContent;
import org.lmskit.learning.AttemptEvent.SessionEnded;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.model.RejectedException;
import org.lmskit.viewing.ViewingRequest.Acknowledge;
import org.lmskit.viewing.ViewingRequest.Close;
import org.lmskit.viewing.ViewingRequest.Open;
import org.lmskit.viewing.ViewingRequest.Seen;

class ViewedContentTest {
  private final TestLms test = new TestLms();
  private final Lms lms = test.start();
  private Enrollment enrollment;

  private void enroll(UnitContent content) {
    lms.catalog().publish(Course.of("fire-safety", "Fire safety").unit("u1", "U", content));
    enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    test.events();
  }

  private ViewingReply ask(ViewedContent type, ViewingRequest request) {
    return lms.attempts().open(enrollment.id(), U1, type, request);
  }

  private Enrollment reload() {
    return lms.enrollments().find(enrollment.id()).orElseThrow();
  }

  private UnitContent video(ViewingRule rule) {
    return Viewable.video(test.blob("video"), "video/mp4", Duration.ofSeconds(100), rule);
  }

  @Test
  void video_is_completed_when_the_share_watched_reaches_its_threshold() {
    enroll(video(ViewingRule.seen("0.9")));
    ask(ViewedContent.VIDEO, new Open("s1"));
    ask(ViewedContent.VIDEO, new Seen(0, 50_000));
    ask(ViewedContent.VIDEO, new Seen(30_000, 60_000));

    ViewingReply almost = ask(ViewedContent.VIDEO, new Seen(70_000, 99_999));
    assertThat(almost.share()).isEqualByComparingTo("0.89999");
    assertThat(almost.completed()).isFalse();
    assertThat(almost.place()).isEqualTo(99_999);
    assertThat(reload().progress().share()).isEqualByComparingTo("0.89999");

    ViewingReply done = ask(ViewedContent.VIDEO, new Seen(60_000, 60_001));
    assertThat(done.share()).isEqualByComparingTo("0.9");
    assertThat(done.completed()).isTrue();
    assertThat(reload().state()).isEqualTo(EnrollmentState.COMPLETED);
  }

  @Test
  void watching_the_same_part_again_and_again_is_no_progress() {
    enroll(video(ViewingRule.ALL));
    ask(ViewedContent.VIDEO, new Open("s1"));
    for (int i = 0; i < 20; i++) {
      ask(ViewedContent.VIDEO, new Seen(0, 10_000));
    }

    assertThat(reload().progress().share()).isEqualByComparingTo("0.1");
    assertThat(test.events()).filteredOn("UnitProgressed"::equals).hasSize(1);
  }

  @Test
  void document_is_read_when_every_page_was_seen_and_confirmed() {
    UnitContent document = Viewable.document(
        test.blob("pdf"), "application/pdf", 3, ViewingRule.ALL.andAcknowledged());
    enroll(document);
    ask(ViewedContent.DOCUMENT, new Open("s1"));
    ask(ViewedContent.DOCUMENT, new Acknowledge());
    ask(ViewedContent.DOCUMENT, new Seen(0, 1));

    assertThat(ask(ViewedContent.DOCUMENT, new Seen(2, 3)).completed()).isFalse();
    assertThat(ask(ViewedContent.DOCUMENT, new Seen(1, 2)).completed()).isTrue();
  }

  @Test
  void link_is_completed_by_opening_or_by_confirming_as_its_rule_says() {
    enroll(Viewable.link(URI.create("https://example.org/rules"), ViewingRule.ACKNOWLEDGED));

    assertThat(ask(ViewedContent.LINK, new Open("s1")).completed()).isFalse();
    assertThat(ask(ViewedContent.LINK, new Acknowledge()).completed()).isTrue();
    assertThat(reload().state()).isEqualTo(EnrollmentState.COMPLETED);
  }

  @Test
  void link_cannot_ask_for_a_share() {
    assertThatThrownBy(() -> Viewable.link(URI.create("https://e.org"), ViewingRule.ALL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void closing_without_opening_completes_nothing() {
    enroll(test.page("p", ViewingRule.OPENED));

    assertThat(ask(ViewedContent.PAGE, new Close()).completed()).isFalse();
    assertThat(ask(ViewedContent.PAGE, new Open("s1")).completed()).isTrue();
  }

  @Test
  void nothing_can_be_seen_without_a_session_or_beyond_the_end() {
    enroll(video(ViewingRule.ALL));

    assertThatThrownBy(() -> ask(ViewedContent.VIDEO, new Seen(0, 1)))
        .isInstanceOfSatisfying(
            RejectedException.class, e -> assertThat(e.reason()).isEqualTo(ViewingReason.NOT_OPEN));
    ask(ViewedContent.VIDEO, new Open("s1"));
    assertThatThrownBy(() -> ask(ViewedContent.VIDEO, new Seen(0, 100_001)))
        .isInstanceOfSatisfying(RejectedException.class, e -> {
          assertThat(e.reason()).isEqualTo(ViewingReason.BEYOND_THE_END);
          assertThat(e.details()).containsEntry("length", "100000");
        });
    assertThat(reload().progress().share()).isZero();
  }

  @Test
  void time_between_requests_counts_and_long_gaps_are_capped() {
    enroll(video(ViewingRule.ALL));
    ask(ViewedContent.VIDEO, new Open("s1"));
    test.pass(Duration.ofSeconds(30));
    ask(ViewedContent.VIDEO, new Seen(0, 30_000));
    test.pass(Duration.ofHours(2));
    ask(ViewedContent.VIDEO, new Seen(30_000, 40_000));
    test.events();

    test.pass(Duration.ofSeconds(10));
    ask(ViewedContent.VIDEO, new Close());
    SessionEnded ended = (SessionEnded) test.heard.get(1);

    assertThat(reload().timeOnTask()).isEqualTo(Duration.ofSeconds(30 + 300 + 10));
    assertThat(ended.duration()).isEqualTo(Duration.ofSeconds(340));
    assertThat(ended.session()).isEqualTo("s1");

    test.pass(Duration.ofSeconds(60));
    ask(ViewedContent.VIDEO, new Open("s2"));
    assertThat(reload().timeOnTask()).isEqualTo(Duration.ofSeconds(340));
  }

  @Test
  void opening_again_ends_the_session_before_and_resumes_at_the_place() {
    enroll(video(ViewingRule.ALL));
    ask(ViewedContent.VIDEO, new Open("s1"));
    ask(ViewedContent.VIDEO, new Seen(0, 42_000));
    test.events();

    ViewingReply reply = ask(ViewedContent.VIDEO, new Open("s2"));

    assertThat(reply.place()).isEqualTo(42_000);
    assertThat(test.events()).containsExactly("SessionEnded", "LaunchStarted", "SessionStarted");
  }

  @Test
  void rules_outside_their_range_are_refused() {
    for (String share : List.of("-0.1", "1.1")) {
      assertThatThrownBy(() -> ViewingRule.seen(share))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(share);
    }
    assertThat(ViewingRule.seen("0.5").share()).isEqualTo(new BigDecimal("0.5"));
  }
}
