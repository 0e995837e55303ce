package org.lmskit.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.BEN;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.PageRequest;
import org.lmskit.model.TenantId;

class WorkforceTest {
  private static final LearnerProfile PROFILE = LearnerProfile.named("Ann Example")
      .withEmail("ann@example.org")
      .withLanguage("pt-PT")
      .withZone(ZoneId.of("Europe/Lisbon"))
      .withAttribute("shift", "night");

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  @Test
  void person_is_registered_once_and_keeps_his_key() {
    Learner first = lms.workforce().save(ANN, LearnerProfile.named("Ann"));
    Learner second = lms.workforce().save(ANN, PROFILE);
    Learner third = lms.workforce().save(ANN, PROFILE);

    assertThat(second.key()).isEqualTo(first.key());
    assertThat(third).isEqualTo(second);
    assertThat(lms.workforce().find(ANN)).contains(second);
    assertThat(second.profile().locale()).isEqualTo(Locale.forLanguageTag("pt-PT"));
    assertThat(test.events())
        .containsExactly("LearnerRegistered", "LearnerProfileChanged", "LearnerAttributeChanged");
  }

  @Test
  void events_say_nothing_of_a_person_but_his_key() {
    Learner ann = lms.workforce().save(ANN, PROFILE);

    assertThat(test.heard.toString())
        .contains(ann.key().value())
        .doesNotContain("Ann", "ann@example.org", "night");
  }

  @Test
  void keys_are_resolved_together_and_erased_ones_left_out() {
    LearnerKey ann = lms.workforce().save(ANN, PROFILE).key();
    LearnerKey ben = lms.workforce().save(BEN, LearnerProfile.UNKNOWN).key();
    lms.workforce().erase(BEN);

    assertThat(lms.workforce()
            .learners(List.of(ann, ben, new LearnerKey("nobody")))
            .keySet())
        .containsExactly(ann);
  }

  @Test
  void more_keys_than_one_query_takes_are_resolved() {
    var found = lms.dryRun(l -> {
      List<LearnerKey> keys = new ArrayList<>();
      for (int i = 0; i < 1_001; i++) {
        keys.add(l.workforce().save(new LearnerId("l" + i), PROFILE).key());
      }
      return l.workforce().learners(keys);
    });

    assertThat(found.result()).hasSize(1_001);
  }

  @Test
  void erased_person_is_unknown_and_comes_back_under_another_key() {
    LearnerKey before = lms.workforce().save(ANN, PROFILE).key();

    lms.workforce().erase(ANN);

    assertThat(lms.workforce().find(ANN)).isEmpty();
    assertThatThrownBy(() -> lms.workforce().erase(ANN))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("ann");
    assertThat(lms.workforce().save(ANN, PROFILE).key()).isNotEqualTo(before);
    assertThat(test.events())
        .containsExactly(
            "LearnerRegistered",
            "LearnerAttributeChanged",
            "LearnerErased",
            "LearnerRegistered",
            "LearnerAttributeChanged");
  }

  @Test
  void people_are_listed_page_by_page() {
    for (int i = 0; i < 5; i++) {
      lms.workforce().save(new LearnerId("l" + i), LearnerProfile.UNKNOWN);
    }

    List<String> ids = new ArrayList<>();
    PageRequest next = PageRequest.first(2);
    while (next != null) {
      var page = lms.workforce().learners(next);
      page.items().forEach(learner -> ids.add(learner.id().value()));
      next = page.nextOrNull();
    }

    assertThat(ids).containsExactly("l0", "l1", "l2", "l3", "l4");
  }

  @Test
  void person_of_one_tenant_is_unknown_in_another() {
    lms.workforce().save(ANN, PROFILE);

    assertThat(lms.tenant(new TenantId("other")).workforce().find(ANN)).isEmpty();
  }

  @Test
  void language_has_to_be_a_language_tag() {
    assertThatThrownBy(() -> LearnerProfile.UNKNOWN.withLanguage("not a language"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a language");
  }
}
