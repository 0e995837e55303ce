package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lmskit.model.TenantId;

class RecentKnowledgeTest {
  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId ZOO = new TenantId("zoo");
  private static final Map<String, String> SAID = Map.of("fire", "1", "flood", "1");

  private final RecentKnowledge recent = new RecentKnowledge();

  @Test
  void what_was_just_written_is_known() {
    recent.add(ACME, new RecentKnowledge.Write(0, 10, SAID));

    assertThat(recent.unknown(ACME, 10, SAID)).isEmpty();
    assertThat(recent.unknown(ACME, 10, Map.of("fire", "2", "flood", "1", "water", "1")))
        .containsExactlyInAnyOrder("fire", "water");
  }

  @Test
  void nothing_is_known_once_the_position_moved_otherwise() {
    recent.add(ACME, new RecentKnowledge.Write(0, 10, SAID));

    assertThat(recent.unknown(ACME, 11, SAID)).containsExactlyInAnyOrder("fire", "flood");
    assertThat(recent.unknown(ZOO, 10, SAID)).containsExactlyInAnyOrder("fire", "flood");
  }

  @Test
  void own_writes_in_a_row_keep_all_that_is_known() {
    recent.add(ACME, new RecentKnowledge.Write(0, 10, SAID));
    recent.add(ACME, new RecentKnowledge.Write(10, 20, Map.of("water", "1")));

    assertThat(recent.unknown(ACME, 20, Map.of("fire", "1", "water", "1"))).isEmpty();
  }

  @Test
  void a_write_that_says_nothing_keeps_all_that_is_known() {
    recent.add(ACME, new RecentKnowledge.Write(0, 10, SAID));
    recent.add(ACME, new RecentKnowledge.Write(10, 20, Map.of()));

    assertThat(recent.unknown(ACME, 20, SAID)).isEmpty();
  }

  @Test
  void a_write_after_another_process_begins_anew() {
    recent.add(ACME, new RecentKnowledge.Write(0, 10, SAID));
    recent.add(ACME, new RecentKnowledge.Write(15, 20, Map.of("water", "1")));

    assertThat(recent.unknown(ACME, 20, Map.of("fire", "1", "water", "1"))).containsExactly("fire");
  }

  @Test
  void a_write_that_is_told_too_late_is_not_remembered() {
    recent.add(ACME, new RecentKnowledge.Write(10, 20, Map.of("fire", "2")));
    recent.add(ACME, new RecentKnowledge.Write(0, 10, Map.of("fire", "1")));

    assertThat(recent.unknown(ACME, 20, Map.of("fire", "2"))).isEmpty();
    assertThat(recent.unknown(ACME, 20, Map.of("fire", "1"))).containsExactly("fire");
  }
}
