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
  void a_write_that_failed_is_forgotten_and_what_was_known_before_stays_known() {
    RecentKnowledge.Write failing = new RecentKnowledge.Write(10, 20, Map.of("water", "1"));
    recent.add(ACME, new RecentKnowledge.Write(0, 10, SAID));
    recent.add(ACME, failing);

    recent.remove(ACME, failing);

    assertThat(recent.unknown(ACME, 10, Map.of("fire", "1", "water", "1")))
        .containsExactly("water");
  }

  @Test
  void writes_that_shared_a_failed_transaction_are_forgotten_in_any_order() {
    RecentKnowledge.Write first = new RecentKnowledge.Write(0, 10, Map.of("fire", "2"));
    RecentKnowledge.Write second = new RecentKnowledge.Write(10, 20, Map.of("flood", "2"));
    recent.add(ACME, first);
    recent.add(ACME, second);

    recent.remove(ACME, first);
    recent.remove(ACME, second);

    Map<String, String> said = Map.of("fire", "2", "flood", "2");
    assertThat(recent.unknown(ACME, 0, said)).hasSize(2);
    assertThat(recent.unknown(ACME, 10, said)).hasSize(2);
    assertThat(recent.unknown(ACME, 20, said)).hasSize(2);
  }

  @Test
  void a_position_is_reached_when_the_write_is_committed() {
    RecentKnowledge.Write write = new RecentKnowledge.Write(0, 10, SAID);
    recent.add(ACME, write);
    assertThat(recent.position(ACME)).isZero();

    recent.commit(ACME, write);

    assertThat(recent.position(ACME)).isEqualTo(10);
    assertThat(recent.position(ZOO)).isZero();
  }
}
